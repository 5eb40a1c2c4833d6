namespace Covet.Analyzers.CodeFixes.Results;

/// <summary>Declares a status by an attribute.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(StatusNotDeclaredCodeFix)), Shared]
internal sealed class StatusNotDeclaredCodeFix() : CovetCodeFix(AnalyzerRuleIds.StatusNotDeclared)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<MethodDeclarationSyntax>() is { } method && target.Property("status") is { } status)
        {
            target.Replace("Declare " + status + " by [ProducesResponseType]", "declare" + status, method, Syntax.WithAttribute(method, "ProducesResponseType(" + status + ")"));
        }
    }
}
