namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Makes the default the nearest value that the rules allow.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DefaultRefusedCodeFix)), Shared]
internal sealed class DefaultRefusedCodeFix() : CovetCodeFix(AnalyzerRuleIds.DefaultRefused)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>()?.Default is { } value && target.Property("nearest") is { } nearest)
        {
            target.Replace("Use the default " + nearest, "nearest", value.Value, SyntaxFactory.ParseExpression(nearest).WithTriviaFrom(value.Value));
        }
    }
}
