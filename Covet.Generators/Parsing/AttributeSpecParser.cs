using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing;

/// <summary>Turns an attribute into a value: its arguments, and the expression that makes it again.</summary>
internal static class AttributeSpecParser
{
    private static readonly SymbolDisplayFormat MetadataFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.None);

    public static AttributeSpec Parse(AttributeData attribute)
    {
        var type = attribute.AttributeClass!;
        var arguments = new List<AttributeArgumentSpec>();
        var parameters = attribute.AttributeConstructor?.Parameters;
        for (var i = 0; i < attribute.ConstructorArguments.Length; i++)
        {
            var name = parameters is { } list && i < list.Length ? list[i].Name : "";
            arguments.Add(AttributeConstantParser.Parse(name, attribute.ConstructorArguments[i]));
        }

        var named = attribute.NamedArguments.Select(argument => AttributeConstantParser.Parse(argument.Key, argument.Value)).ToArray();
        var expression = "new " + type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)
            + "(" + string.Join(", ", arguments.Select(argument => argument.Expression)) + ")"
            + (named.Length == 0 ? "" : " { " + string.Join(", ", named.Select(argument => CSharpName.Escape(argument.Name) + " = " + argument.Expression)) + " }");
        return new AttributeSpec(MetadataName(type), expression, arguments.ToEquatableArray(), named.ToEquatableArray())
        {
            TypeArguments = type.TypeArguments.Select(TypeArgument).ToEquatableArray(),
            BaseTypes = BaseTypes(type).ToEquatableArray(),
        };
    }

    /// <summary>The name with namespace and the number of type parameters: <c>Covet.MapExceptionAttribute`1</c>.</summary>
    public static string MetadataName(INamedTypeSymbol type) =>
        type.OriginalDefinition.ToDisplayString(MetadataFormat) + (type.Arity == 0 ? "" : "`" + type.Arity);

    // No codec and no validator is made for the type argument of an attribute, so it needs no Id.
    private static TypeRef TypeArgument(ITypeSymbol type) => new(
        type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
        "",
        type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
        type.IsValueType,
        KnownType.None);

    private static IEnumerable<string> BaseTypes(INamedTypeSymbol type)
    {
        for (var current = type.BaseType; current is not null && current.SpecialType != SpecialType.System_Object; current = current.BaseType)
        {
            yield return MetadataName(current);
        }

        foreach (var contract in type.AllInterfaces)
        {
            yield return MetadataName(contract);
        }
    }
}
