using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Json;

/// <summary>The types of the user's own that a body or result is made of.</summary>
internal static class Shapes
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<(string, ISymbol), byte>> Once = new();

    /// <summary>Whether a rule sees a symbol for the first time: many endpoints share a type.</summary>
    public static bool IsFirst(Compilation compilation, string rule, ISymbol symbol) =>
        Once.GetValue(compilation, static _ => new ConcurrentDictionary<(string, ISymbol), byte>(new PairComparer())).TryAdd((rule, symbol), 0);

    /// <summary>The types that are reached from one by properties, itself included, as far as they are in this source.</summary>
    public static IEnumerable<INamedTypeSymbol> Reached(ITypeSymbol root)
    {
        var seen = new HashSet<INamedTypeSymbol>(SymbolEqualityComparer.Default);
        var work = new Stack<ITypeSymbol>([root]);
        while (work.Count > 0)
        {
            foreach (var type in Named(work.Pop()))
            {
                if (!type.Locations.Any(static location => location.IsInSource) || !seen.Add(type) || HasConverter(type))
                {
                    continue;
                }

                yield return type;
                foreach (var property in Properties(type))
                {
                    work.Push(property.Type);
                }
            }
        }
    }

    /// <summary>The public properties that JSON has.</summary>
    public static IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol type) => type.SelfAndBases()
        .SelectMany(static level => level.GetMembers().OfType<IPropertySymbol>())
        .Where(static property => property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public } && !IsIgnored(property));

    public static bool IsIgnored(ISymbol member) => member.GetAttributes().Any(static attribute =>
        attribute.AttributeClass is { Name: "JsonIgnoreAttribute" } && attribute.NamedArguments.All(static argument => argument is { Key: "Condition", Value.Value: 1 }));

    /// <summary>Whether attributes say what JSON does with a member: left out, always or one way, or put in.</summary>
    public static bool IsLeftOut(ISymbol member) => member.GetAttributes().Any(static attribute => attribute.AttributeClass is { Name: "JsonIncludeAttribute" }
        || (attribute.AttributeClass is { Name: "JsonIgnoreAttribute" } && attribute.NamedArguments.All(static argument => argument is { Key: "Condition", Value.Value: 1 or 4 or 5 })));

    public static bool HasConverter(ISymbol symbol) => symbol.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name is "JsonConverterAttribute");

    /// <summary>The item of a collection, or null.</summary>
    public static ITypeSymbol? Item(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        { SpecialType: SpecialType.System_String } => null,
        INamedTypeSymbol { TypeArguments.Length: 1 } named when named.Implements("System.Collections", "IEnumerable") => named.TypeArguments[0],
        _ => null,
    };

    // Type arguments stand for what a collection, a task or a result holds.
    private static IEnumerable<INamedTypeSymbol> Named(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => Named(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.SelectMany(Named).Prepend((INamedTypeSymbol)named.WithNullableAnnotation(NullableAnnotation.None)),
        _ => [],
    };

    private sealed class PairComparer : IEqualityComparer<(string Rule, ISymbol Symbol)>
    {
        public bool Equals((string Rule, ISymbol Symbol) x, (string Rule, ISymbol Symbol) y) => x.Rule == y.Rule && SymbolEqualityComparer.Default.Equals(x.Symbol, y.Symbol);

        public int GetHashCode((string Rule, ISymbol Symbol) pair) => SymbolEqualityComparer.Default.GetHashCode(pair.Symbol) ^ pair.Rule.GetHashCode();
    }
}
