namespace Covet.Analyzers.CodeFixes.Results;

/// <summary>Takes the question mark from the return type.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NeverNullCodeFix)), Shared]
internal sealed class NeverNullCodeFix() : CovetCodeFix(AnalyzerRuleIds.NeverNull)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is { } method
            && (method.ReturnType is GenericNameSyntax { TypeArgumentList.Arguments.Count: 1 } task ? task.TypeArgumentList.Arguments[0] as NullableTypeSyntax : method.ReturnType as NullableTypeSyntax) is { } nullable)
        {
            target.Replace("Return '" + nullable.ElementType + "'", "notnull", nullable, nullable.ElementType.WithTriviaFrom(nullable));
        }
    }
}
