using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Reads the rules of one type, and says which types are below it.</summary>
internal static class ValidationTypeParser
{
    /// <summary>The edge to the item, value or underlying type.</summary>
    public const string ElementEdge = "[]";

    /// <summary>Begins the edge to a derived type.</summary>
    public const string DerivedEdge = ":";

    /// <summary>The rules of a type and everything below it; null where there are none. The facet of <c>TypeSpec</c>.</summary>
    public static ValidationTypeSpec? Parse(ITypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        CanHaveRules(type) ? ValidationGraph.Get(compilation).Find(type, cancellation) : null;

    /// <summary>What cannot be generated of the rules of a type and of everything below it.</summary>
    public static IReadOnlyList<DiagnosticSpec> Diagnose(ITypeSymbol type, Compilation compilation, CancellationToken cancellation) =>
        CanHaveRules(type) ? ValidationGraph.Get(compilation).Diagnostics(type, cancellation) : [];

    /// <summary>Whether there can be rules on or below a type at all.</summary>
    public static bool CanHaveRules(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return CanHaveRules(array.ElementType);
        }

        if (type is not INamedTypeSymbol named || named.IsOpen() || type.TypeKind is not (TypeKind.Class or TypeKind.Struct or TypeKind.Interface))
        {
            return false;
        }

        // The framework's own types have no rules; its generic ones (List, KeyValuePair, tuples) may hold types that do.
        return KnownTypes.Of(type) == KnownType.None
            && (named.TypeArguments.Length > 0 ? named.TypeArguments.Any(CanHaveRules) || !IsFramework(named) : !IsFramework(named));
    }

    /// <summary>Reads the type of a node into it and returns the types below by edge.</summary>
    public static IEnumerable<KeyValuePair<string, ITypeSymbol>> Parse(ValidationNode node, Compilation compilation)
    {
        var type = node.Type;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Wrap(node, ValidationShape.Nullable, nullable.TypeArguments[0], null);
        }

        if (CollectionElements.Of(type, out var key) is { } element)
        {
            return Wrap(node, key is null ? ValidationShape.Collection : ValidationShape.Dictionary, element, key);
        }

        return type is INamedTypeSymbol named ? new ObjectRulesParser(node, named, compilation).Parse() : [];
    }

    private static IEnumerable<KeyValuePair<string, ITypeSymbol>> Wrap(ValidationNode node, ValidationShape shape, ITypeSymbol element, ITypeSymbol? key)
    {
        node.Spec = node.Spec with
        {
            Shape = shape,
            Element = TypeRefFactory.Create(element),
            Key = key is null ? null : TypeRefFactory.Create(key),
        };
        return [new KeyValuePair<string, ITypeSymbol>(ElementEdge, element)];
    }

    private static bool IsFramework(INamedTypeSymbol type)
    {
        var name = type.ContainingAssembly?.Name ?? "";
        return name.StartsWith("System.", StringComparison.Ordinal) || name is "System" or "mscorlib" or "netstandard" || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal);
    }
}
