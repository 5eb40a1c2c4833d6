using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Finds the attributes of System.Text.Json.</summary>
internal static class JsonAttributes
{
    private const string Namespace = "System.Text.Json.Serialization";

    /// <summary>The attribute of that class name on the symbol, or null.</summary>
    public static AttributeData? Json(this ISymbol symbol, string className)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass.Is(Namespace, className))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>The attribute of that class name on the symbol or on what it overrides, or null.</summary>
    public static bool HasJson(this ISymbol symbol, string className) => symbol.Json(className) is not null;

    /// <summary>All attributes of that class name on the symbol, also the generic form.</summary>
    public static IEnumerable<AttributeData> AllJson(this ISymbol symbol, string className) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass.Is(Namespace, className));

    /// <summary>The number of the first constructor argument, where it is a number or an enum.</summary>
    public static int? FirstNumber(this AttributeData? attribute) =>
        attribute.FirstValue() is int number ? number : null;

    /// <summary>The text of the first constructor argument.</summary>
    public static string? FirstText(this AttributeData? attribute) =>
        attribute.FirstValue() as string;

    /// <summary>The value of the first constructor argument.</summary>
    public static object? FirstValue(this AttributeData? attribute) =>
        attribute is { ConstructorArguments.Length: > 0 } && attribute.ConstructorArguments[0].Kind != TypedConstantKind.Array ? attribute.ConstructorArguments[0].Value : null;

    /// <summary>A named argument's value, or null.</summary>
    public static object? Named(this AttributeData? attribute, string name)
    {
        foreach (var argument in attribute?.NamedArguments ?? [])
        {
            if (argument.Key == name)
            {
                return argument.Value.Value;
            }
        }

        return null;
    }
}
