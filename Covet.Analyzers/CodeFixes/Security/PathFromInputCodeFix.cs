namespace Covet.Analyzers.CodeFixes.Security;

/// <summary>Takes the last part of a path alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PathFromInputCodeFix)), Shared]
internal sealed class PathFromInputCodeFix() : CovetCodeFix(AnalyzerRuleIds.PathFromInput)
{
    protected override void Offer(FixTarget target)
    {
        var input = target.Property("input");
        if (target.Node.DescendantNodesAndSelf().OfType<ExpressionSyntax>().FirstOrDefault(expression => expression.ToString() == input) is { } part)
        {
            target.Replace("Use its file name alone: Path.GetFileName", "filename", part, SyntaxFactory.ParseExpression("Path.GetFileName(" + input + ")").WithTriviaFrom(part));
        }
    }
}
