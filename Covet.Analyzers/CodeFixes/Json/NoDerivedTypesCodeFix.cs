namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Names the derived types of a base type, each with a discriminator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoDerivedTypesCodeFix)), Shared]
internal sealed class NoDerivedTypesCodeFix() : CovetCodeFix(AnalyzerRuleIds.NoDerivedTypes)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Ancestor<TypeDeclarationSyntax>() is not { } type || target.Property("derived") is not { } derived)
        {
            return;
        }

        MemberDeclarationSyntax changed = type;
        foreach (var name in derived.Split([", "], StringSplitOptions.None).Reverse())
        {
            changed = Syntax.WithAttribute(changed, "System.Text.Json.Serialization.JsonDerivedType(typeof(" + name + "), \"" + char.ToLowerInvariant(name[0]) + name.Substring(1) + "\")");
        }

        target.Replace("Name its derived types", "derived", type, changed);
    }
}
