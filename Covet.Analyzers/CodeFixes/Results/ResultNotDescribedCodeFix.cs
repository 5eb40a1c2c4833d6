namespace Covet.Analyzers.CodeFixes.Results;

/// <summary>Declares the typed results that a method returns.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ResultNotDescribedCodeFix)), Shared]
internal sealed class ResultNotDescribedCodeFix() : CovetCodeFix(AnalyzerRuleIds.ResultNotDescribed)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is not { } method || target.Property("types") is not { } types)
        {
            return;
        }

        var name = method.ReturnType.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().FirstOrDefault(static candidate => candidate.Identifier.ValueText == "IResult");
        if (name is not null && (name == method.ReturnType || method.Modifiers.Any(SyntaxKind.AsyncKeyword)))
        {
            target.Replace("Return " + types, "typed", name, SyntaxFactory.ParseTypeName(types).WithTriviaFrom(name));
        }
    }
}
