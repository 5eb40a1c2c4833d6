namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Leaves the way back out of JSON.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BackReferenceCodeFix)), Shared]
internal sealed class BackReferenceCodeFix() : CovetCodeFix(AnalyzerRuleIds.BackReference)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<PropertyDeclarationSyntax>() is { } property)
        {
            target.Replace("Leave it out: [JsonIgnore]", "ignore", property, Syntax.WithAttribute(property, "System.Text.Json.Serialization.JsonIgnore"));
        }
    }
}
