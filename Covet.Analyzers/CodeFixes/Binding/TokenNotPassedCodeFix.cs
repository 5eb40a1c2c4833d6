namespace Covet.Analyzers.CodeFixes.Binding;

/// <summary>Passes the token on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(TokenNotPassedCodeFix)), Shared]
internal sealed class TokenNotPassedCodeFix() : CovetCodeFix(AnalyzerRuleIds.TokenNotPassed)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<InvocationExpressionSyntax>() is not { } call || target.Property("token") is not { } token)
        {
            return;
        }

        var name = target.Property("name");
        var isNamed = !string.IsNullOrEmpty(name) || call.ArgumentList.Arguments.Any(static argument => argument.NameColon is not null);
        if (isNamed && string.IsNullOrEmpty(name))
        {
            return;
        }

        var argument = SyntaxFactory.Argument(SyntaxFactory.ParseExpression(token));
        if (isNamed)
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(SyntaxFactory.IdentifierName(name!), SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)));
        }

        target.Replace("Pass '" + token + "'", "pass", call.ArgumentList, call.ArgumentList.AddArguments(argument));
    }
}
