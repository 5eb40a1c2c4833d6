using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>Tells collections and dictionaries from objects.</summary>
internal static class CollectionElements
{
    /// <summary>The item of a collection or the value of a dictionary; null for anything else.</summary>
    /// <param name="type">The type.</param>
    /// <param name="key">The key of a dictionary, else null.</param>
    public static ITypeSymbol? Of(ITypeSymbol type, out ITypeSymbol? key)
    {
        key = null;
        if (type is IArrayTypeSymbol { Rank: 1 } array)
        {
            return array.ElementType;
        }

        if (type is not INamedTypeSymbol named || KnownTypes.Of(type) != Model.KnownType.None)
        {
            return null;
        }

        var contracts = named.TypeKind == TypeKind.Interface ? new[] { named }.Concat(named.AllInterfaces) : named.AllInterfaces;
        ITypeSymbol? item = null;
        foreach (var contract in contracts)
        {
            if (!contract.ContainingNamespace.IsNamed("System.Collections.Generic"))
            {
                continue;
            }

            if (contract.Name is "IDictionary" or "IReadOnlyDictionary" && contract.Arity == 2)
            {
                key = contract.TypeArguments[0];
                return contract.TypeArguments[1];
            }

            if (contract is { Name: "IEnumerable", Arity: 1 })
            {
                item ??= contract.TypeArguments[0];
            }
        }

        return item;
    }
}
