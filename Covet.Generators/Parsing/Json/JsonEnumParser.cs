using System.Globalization;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Reads the names and values of an enum.</summary>
internal static class JsonEnumParser
{
    public static JsonTypeSpec Parse(JsonParseContext context, bool asString)
    {
        var type = (INamedTypeSymbol)context.Type;
        return new JsonTypeSpec(context.Reference, JsonShape.Enum)
        {
            EnumAsString = asString,
            EnumIsFlags = type.GetAttributes().Any(attribute => attribute.AttributeClass.Is("System", "FlagsAttribute")),
            EnumMembers = Members(type).ToEquatableArray(),
            EnumUnderlying = type.EnumUnderlyingType is { } underlying ? KnownTypes.Of(underlying) : KnownType.Int32,
        };
    }

    private static IEnumerable<JsonEnumMemberSpec> Members(INamedTypeSymbol type)
    {
        foreach (var field in type.GetMembers().OfType<IFieldSymbol>().Where(field => field.HasConstantValue))
        {
            var name = field.Json("JsonStringEnumMemberNameAttribute").FirstText() ?? field.Name;
            yield return new JsonEnumMemberSpec(field.Name, name, System.Convert.ToString(field.ConstantValue, CultureInfo.InvariantCulture)!);
        }
    }
}
