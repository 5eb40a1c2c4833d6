using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Json;

/// <summary>Reads <c>[JsonConverter]</c> on types and members.</summary>
internal static class JsonConverterParser
{
    private const string Serialization = "System.Text.Json.Serialization";

    /// <summary>The shape of a type that has a converter; null where it has none.</summary>
    public static JsonTypeSpec? OfType(JsonParseContext context)
    {
        if (context.Type is not INamedTypeSymbol type || Find(type) is not { } attribute)
        {
            return null;
        }

        var found = Parse(context, attribute, type, type, "the type '" + type.ToDisplayString() + "'");
        return found switch
        {
            { IsStringEnum: true } => JsonEnumParser.Parse(context, asString: true),
            { Expression: { } expression } => new JsonTypeSpec(context.Reference, JsonShape.Converter) { ConverterExpression = expression },
            _ => null,
        };
    }

    /// <summary>The converter of a member; null where it has none, or one that cannot be used.</summary>
    public static JsonConverterUse? OfMember(JsonParseContext context, ISymbol member, ITypeSymbol type) =>
        Find(member) is { } attribute ? Parse(context, attribute, type, member, "the member '" + member.Name + "'") : null;

    private static AttributeData? Find(ISymbol symbol) =>
        symbol.GetAttributes().FirstOrDefault(attribute => attribute.AttributeClass is { } type && type.DerivesFrom(Serialization, "JsonConverterAttribute"));

    private static JsonConverterUse? Parse(JsonParseContext context, AttributeData attribute, ITypeSymbol type, ISymbol place, string where)
    {
        if (attribute.IsBroken() || (attribute.FirstValue() is INamedTypeSymbol named && named.IsIncomplete()))
        {
            context.Broken();
            return null;
        }

        var name = TypeRefFactory.Create(type).FullName;
        if (!attribute.AttributeClass.Is(Serialization, "JsonConverterAttribute"))
        {
            // An attribute of the user's that makes the converter by itself.
            return new JsonConverterUse("(global::System.Text.Json.Serialization.JsonConverter<" + name + ">)" + AttributeSpecParser.Parse(attribute).Expression + ".CreateConverter(typeof(" + name + "))!", false, false);
        }

        if (attribute.FirstValue() is not INamedTypeSymbol converter)
        {
            return null;
        }

        var underlying = type.UnwrapNullable();
        if (converter.Is(Serialization, "JsonStringEnumConverter"))
        {
            if (underlying.TypeKind != TypeKind.Enum)
            {
                Report(context, converter, place, where, "it converts enums only");
                return null;
            }

            return new JsonConverterUse(null, true, false);
        }

        if (converter.Is(Serialization, "JsonNumberEnumConverter"))
        {
            return null;
        }

        converter = Close(converter, underlying);
        if (!converter.IsAccessibleInAssembly() || !converter.InstanceConstructors.Any(constructor => constructor.Parameters.IsEmpty && constructor.DeclaredAccessibility is Accessibility.Public))
        {
            Report(context, converter, place, where, "it needs to be accessible in the assembly and to have a public constructor without parameters");
            return null;
        }

        var made = "new " + TypeRefFactory.Create(converter).FullName + "()";
        if (converter.DerivesFrom(Serialization, "JsonConverterFactory"))
        {
            var settings = context.Options.HasSettings ? "global::Covet.Generated.CovetJsonSettings.Value" : "global::Covet.Internal.JsonSettings.Default";
            return new JsonConverterUse("(global::System.Text.Json.Serialization.JsonConverter<" + name + ">)" + made + ".CreateConverter(typeof(" + name + "), " + settings + ".SerializerOptions)!", false, false);
        }

        var target = converter.SelfAndBases().FirstOrDefault(current => current is { Name: "JsonConverter", Arity: 1 } && current.ContainingNamespace.IsNamed(Serialization))?.TypeArguments[0];
        if (target is not null && SymbolEqualityComparer.Default.Equals(target, type))
        {
            return new JsonConverterUse(made, false, false);
        }

        if (target is not null && SymbolEqualityComparer.Default.Equals(target, underlying))
        {
            return new JsonConverterUse(made, false, true);
        }

        Report(context, converter, place, where, "it is no JsonConverter<" + type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + ">");
        return null;
    }

    // [JsonConverter(typeof(MyConverter<>))] on a generic type takes the type's own arguments.
    private static INamedTypeSymbol Close(INamedTypeSymbol converter, ITypeSymbol type) =>
        converter.IsUnboundGenericType && type is INamedTypeSymbol named && named.Arity == converter.Arity
            ? converter.OriginalDefinition.Construct([.. named.TypeArguments])
            : converter;

    private static void Report(JsonParseContext context, INamedTypeSymbol converter, ISymbol place, string where, string reason) =>
        context.Problem(JsonUse.Both, RuleIds.JsonConverterInvalid, place, converter.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat), where, reason);
}
