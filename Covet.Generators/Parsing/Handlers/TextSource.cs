using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Parameters that are made from text: one value, or a collection of them where a key may be repeated.</summary>
internal static class TextSource
{
    /// <summary>The parameter from text of a place that an attribute or the route names, or null and a diagnostic that says what its type lacks.</summary>
    public static ParameterSpec? Demand(ParameterSource source, ParameterContext context, BindingSource from, string name, string place)
    {
        if (Of(source, from, name) is { } spec)
        {
            return spec;
        }

        if (MayBeOther(source, context))
        {
            return null;
        }

        context.Sink.Add(
            Rules.RuleIds.ParameterTypeUnsupported,
            source.Place,
            source.Name,
            source.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            place,
            from == BindingSource.Query
                ? "it cannot be made from text; use [AsParameters] for a type whose members are query parameters, or give it a TryParse"
                : "it cannot be made from text; give it a TryParse or implement IParsable<T>");
        return null;
    }

    /// <summary>Whether something else is to be said of a type that is not made from text: nothing where the compiler does not know all of it, and of a TryParse that is none.</summary>
    public static bool MayBeOther(ParameterSource source, ParameterContext context)
    {
        if (source.Type.UnwrapNullable().IsIncomplete() || TextParseParser.HasBrokenTryParse(source.Type))
        {
            context.Sink.AddBroken();
            return true;
        }

        if (TextParseParser.HasOtherTryParse(source.Type))
        {
            context.Sink.Add(Rules.RuleIds.TryParseSignature, source.Place, source.Type.UnwrapNullable().Name);
            return true;
        }

        return false;
    }

    /// <summary>The parameter from text, or null where its type is not made from text.</summary>
    public static ParameterSpec? Of(ParameterSource source, BindingSource from, string name)
    {
        var type = TypeRefFactory.Create(source.Type);
        if (TextParseParser.Parse(source.Type) is { } parse)
        {
            return new ParameterSpec(source.Name, type, from, name) { Parse = parse };
        }

        if (from == BindingSource.Route || Elements(source.Type, out var kind) is not { } element || TextParseParser.Parse(element) is not { } itemParse)
        {
            return null;
        }

        return new ParameterSpec(source.Name, type, from, name)
        {
            Parse = itemParse,
            Element = TypeRefFactory.Create(element),
            ElementNullable = element.AllowsNull(),
            CollectionKind = kind,
        };
    }

    // Arrays, lists and what both implement; StringValues is the raw form.
    private static ITypeSymbol? Elements(ITypeSymbol type, out JsonCollectionKind kind)
    {
        kind = JsonCollectionKind.Array;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is not INamedTypeSymbol { Arity: 1 } named || !named.ContainingNamespace.IsNamed("System.Collections.Generic"))
        {
            return null;
        }

        switch (named.Name)
        {
            case "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection":
                return named.TypeArguments[0];
            case "List" or "IList" or "ICollection":
                kind = JsonCollectionKind.List;
                return named.TypeArguments[0];
            case "HashSet" or "ISet" or "IReadOnlySet":
                kind = JsonCollectionKind.Set;
                return named.TypeArguments[0];
            default:
                return null;
        }
    }
}
