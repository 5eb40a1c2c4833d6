using Covet.Generators.Parsing;
using Covet.Generators.Rules;

namespace Covet.Analyzers.CodeFixes.Json;

/// <summary>Names the derived types of a base type, each with a discriminator.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoDerivedTypesCodeFix)), Shared]
internal sealed class NoDerivedTypesCodeFix() : CovetCodeFix(AnalyzerRuleIds.NoDerivedTypes, RuleIds.JsonCannotBeRead)
{
    protected override void Offer(FixTarget target)
    {
        if (target.Node is not TypeDeclarationSyntax type || target.Model.GetDeclaredSymbol(type, target.Cancellation) is not INamedTypeSymbol { Arity: 0 } symbol || !symbol.IsAbstract
            || Syntax.Attributes(type.AttributeLists, "JsonDerivedType").Any())
        {
            return;
        }

        // A type that is being typed may have no name yet.
        var names = (target.Property("derived")?.Split([", "], StringSplitOptions.None) ?? Derived(symbol, target)).Where(SyntaxFacts.IsValidIdentifier).ToArray();
        MemberDeclarationSyntax changed = type;
        foreach (var name in names.Reverse())
        {
            changed = Syntax.WithAttribute(changed, "System.Text.Json.Serialization.JsonDerivedType(typeof(" + name + "), \"" + char.ToLowerInvariant(name[0]) + name.Substring(1) + "\")");
        }

        if (names.Length > 0)
        {
            target.Replace("Name its derived types", "derived", type, changed);
        }
    }

    // Those of the same file: others may stand in another namespace.
    private static IEnumerable<string> Derived(INamedTypeSymbol symbol, FixTarget target) => target.Root.DescendantNodes().OfType<TypeDeclarationSyntax>()
        .Select(type => target.Model.GetDeclaredSymbol(type, target.Cancellation)).OfType<INamedTypeSymbol>()
        .Where(type => type is { IsAbstract: false, Arity: 0 } && (type.SelfAndBases().Skip(1).Contains(symbol, SymbolEqualityComparer.Default) || type.AllInterfaces.Contains(symbol, SymbolEqualityComparer.Default)))
        .Select(static type => type.Name);
}
