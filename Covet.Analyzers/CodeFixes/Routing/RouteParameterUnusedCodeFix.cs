namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Adds the parameter that takes a route parameter.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteParameterUnusedCodeFix)), Shared]
internal sealed class RouteParameterUnusedCodeFix() : CovetCodeFix(AnalyzerRuleIds.RouteParameterUnused, AnalyzerRuleIds.RouteParameterTypo)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is not { } method || target.Property("name") is not { } name || target.Property("type") is not { } type || !SyntaxFacts.IsValidIdentifier(name))
        {
            return;
        }

        var parameter = SyntaxFactory.Parameter(SyntaxFactory.Identifier(name)).WithType(SyntaxFactory.ParseTypeName(type).WithTrailingTrivia(SyntaxFactory.Space));
        var parameters = method.ParameterList.Parameters;

        // Before what has a default or is no value of the request.
        var at = parameters.TakeWhile(static other => other.Default is null && other.Type?.ToString() != "CancellationToken").Count();
        target.Replace("Add the parameter '" + name + "'", "add", method.ParameterList, method.ParameterList.WithParameters(parameters.Insert(at, parameter)));
    }
}
