using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Types;

/// <summary>Makes the value that stands in for a type symbol.</summary>
internal static class TypeRefFactory
{
    private static readonly SymbolDisplayFormat CodeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers | SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    public static TypeRef Create(ITypeSymbol type)
    {
        if (!type.IsValueType)
        {
            type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        }

        return new TypeRef(
            type.ToDisplayString(CodeFormat),
            TypeId.Of(type),
            type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat),
            type.IsValueType,
            KnownTypes.Of(type));
    }

    /// <summary>The type as it is written in generated code, with its own nullable annotation.</summary>
    public static string Annotated(ITypeSymbol type) => type.ToDisplayString(CodeFormat);

    /// <summary>A type whose numbers are handled in another way than elsewhere in the assembly; it has a codec of its own.</summary>
    public static TypeRef CreateWithNumberHandling(ITypeSymbol type, int numberHandling)
    {
        var reference = Create(type);
        return reference with { Id = reference.Id + "_0numbers" + numberHandling.ToString(System.Globalization.CultureInfo.InvariantCulture) };
    }
}
