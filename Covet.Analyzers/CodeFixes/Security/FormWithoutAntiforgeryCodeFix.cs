namespace Covet.Analyzers.CodeFixes.Security;

/// <summary>Demands an antiforgery token.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FormWithoutAntiforgeryCodeFix)), Shared]
internal sealed class FormWithoutAntiforgeryCodeFix() : CovetCodeFix(AnalyzerRuleIds.FormWithoutAntiforgery)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is { } method)
        {
            target.Replace("Demand a token: [RequireAntiforgeryToken]", "antiforgery", method, Syntax.WithAttribute(method, "Microsoft.AspNetCore.Antiforgery.RequireAntiforgeryToken"));
        }
    }
}
