using Microsoft.CodeAnalysis.Text;

namespace Covet.Analyzers.CodeFixes.Validation;

/// <summary>Takes a constraint out of the route whose rule stands at the parameter, which says why it refuses.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RouteStricterCodeFix)), Shared]
internal sealed class RouteStricterCodeFix() : CovetCodeFix(AnalyzerRuleIds.RouteStricterThanModel)
{
    protected override void Offer(FixTarget target)
    {
        var span = target.Diagnostic.Location.SourceSpan;
        if (target.Property("constraint") is { } constraint && target.Root.ToFullString().Substring(span.Start, span.Length).IndexOf(":" + constraint, StringComparison.Ordinal) is > 0 and var at)
        {
            target.ReplaceText("Leave it to the rule", "remove", new TextSpan(span.Start + at, constraint.Length + 1), "");
        }
    }
}
