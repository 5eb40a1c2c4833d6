namespace Covet.Analyzers.CodeFixes.Security;

/// <summary>Says who may call an endpoint.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoAuthorizationStatementCodeFix)), Shared]
internal sealed class NoAuthorizationStatementCodeFix() : CovetCodeFix(AnalyzerRuleIds.NoAuthorizationStatement)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is { } method)
        {
            target.Replace("Demand a user: [Authorize]", "authorize", method, Syntax.WithAttribute(method, "Authorize"));
            target.Replace("Allow anyone: [AllowAnonymous]", "anonymous", method, Syntax.WithAttribute(method, "AllowAnonymous"));
        }
    }
}
