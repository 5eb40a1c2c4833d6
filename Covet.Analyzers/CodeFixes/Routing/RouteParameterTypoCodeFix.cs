namespace Covet.Analyzers.CodeFixes.Routing;

/// <summary>Gives a parameter the name of the route parameter that it is meant to take.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteParameterTypoCodeFix)), Shared]
internal sealed class RouteParameterTypoCodeFix() : CovetCodeFix(AnalyzerRuleIds.RouteParameterTypo)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<ParameterSyntax>() is not { } parameter || target.Property("name") is not { } name || !SyntaxFacts.IsValidIdentifier(name)
            || target.Ancestor<MethodDeclarationSyntax>() is not { } method || target.Model.GetDeclaredSymbol(parameter, target.Cancellation) is not { } symbol)
        {
            return;
        }

        var uses = method.DescendantNodes().OfType<IdentifierNameSyntax>()
            .Where(use => use.Identifier.ValueText == symbol.Name && SymbolEqualityComparer.Default.Equals(target.Model.GetSymbolInfo(use, target.Cancellation).Symbol, symbol))
            .Select(use => use.Identifier).ToList();
        var tokens = uses.Append(parameter.Identifier);
        var changed = method.ReplaceTokens(tokens, (token, _) => SyntaxFactory.Identifier(name).WithTriviaFrom(token));
        target.Replace("Rename to '" + name + "'", "rename", method, changed);
    }
}
