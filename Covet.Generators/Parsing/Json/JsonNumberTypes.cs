using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Which types number handling says something about.</summary>
internal static class JsonNumberTypes
{
    private const string Generic = "System.Collections.Generic";
    private const int MaxDepth = 32;

    /// <summary>Whether number handling of a member says something about the type: numbers, nullables of them, and collections of these.</summary>
    public static bool Handles(ITypeSymbol type) => Handles(type, MaxDepth);

    // A collection can be its own item: class Forest : List<Forest>.
    private static bool Handles(ITypeSymbol type, int depth)
    {
        type = type.UnwrapNullable();
        if (depth == 0)
        {
            return false;
        }

        if (KnownTypes.Of(type) is (>= KnownType.SByte and <= KnownType.Decimal))
        {
            return true;
        }

        return type switch
        {
            IArrayTypeSymbol { ElementType.SpecialType: not SpecialType.System_Byte } array => Handles(array.ElementType, depth - 1),
            INamedTypeSymbol { SpecialType: not SpecialType.System_String } named when !named.HasJson("JsonConverterAttribute") =>
                JsonCollectionTypes.Interface(named, Generic, "IDictionary", 2) is { } dictionary ? Handles(dictionary.TypeArguments[1], depth - 1)
                : JsonCollectionTypes.Interface(named, Generic, "IReadOnlyDictionary", 2) is { } readOnly ? Handles(readOnly.TypeArguments[1], depth - 1)
                : JsonCollectionTypes.Interface(named, Generic, "IEnumerable", 1) is { } items && Handles(items.TypeArguments[0], depth - 1),
            _ => false,
        };
    }
}
