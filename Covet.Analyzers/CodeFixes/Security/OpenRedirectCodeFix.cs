namespace Covet.Analyzers.CodeFixes.Security;

/// <summary>Redirects to paths of this site alone.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OpenRedirectCodeFix)), Shared]
internal sealed class OpenRedirectCodeFix() : CovetCodeFix(AnalyzerRuleIds.OpenRedirect)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<InvocationExpressionSyntax>() is { ArgumentList.Arguments.Count: 1, Expression: MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "TypedResults" or "Results" } } } call)
        {
            var safe = SyntaxFactory.ParseExpression("SafeRedirect.ToLocal").WithTriviaFrom(call.Expression);
            target.Replace("Redirect within this site: SafeRedirect.ToLocal", "safe", call, call.WithExpression(safe));
        }
    }
}
