using System.Globalization;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Parsing;

/// <summary>Turns a constant of an attribute into a C# expression of the same type and value, and into invariant text.</summary>
internal static class AttributeConstantParser
{
    public static AttributeArgumentSpec Parse(string name, TypedConstant constant)
    {
        var typeName = constant.Type is { } type ? type.ToDisplayString(TypeNameFormat) : "System.Object";
        if (constant.Kind == TypedConstantKind.Array && !constant.IsNull)
        {
            var elements = constant.Values.Select(value => Parse("", value)).ToEquatableArray();
            var array = "new " + Display(constant.Type!) + " { " + string.Join(", ", elements.Select(element => element.Expression)) + " }";
            return new AttributeArgumentSpec(name, array, null, typeName) { Elements = elements };
        }

        return new AttributeArgumentSpec(name, Expression(constant), Text(constant), typeName);
    }

    private static SymbolDisplayFormat TypeNameFormat { get; } = SymbolDisplayFormat.FullyQualifiedFormat
        .WithGlobalNamespaceStyle(SymbolDisplayGlobalNamespaceStyle.Omitted)
        .RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    private static string Display(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);

    private static string Expression(TypedConstant constant)
    {
        if (constant.IsNull)
        {
            // The cast keeps the overload that the user's null chose; the ! keeps generated code free of warnings.
            return constant.Type is null ? "null!" : "(" + Display(constant.Type) + ")null!";
        }

        return constant.Kind switch
        {
            TypedConstantKind.Type => "typeof(" + Display((ITypeSymbol)constant.Value!) + ")",
            TypedConstantKind.Enum => Enum(constant),
            _ => Literal(constant.Value!),
        };
    }

    private static string Enum(TypedConstant constant)
    {
        var field = constant.Type!.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(member => member.HasConstantValue && Equals(member.ConstantValue, constant.Value));
        return field is null
            ? "(" + Display(constant.Type) + ")(" + Literal(constant.Value!) + ")"
            : Display(constant.Type) + "." + CSharpName.Escape(field.Name);
    }

    private static string Literal(object value) => value switch
    {
        string text => SymbolDisplay.FormatLiteral(text, quote: true),
        char letter => SymbolDisplay.FormatLiteral(letter, quote: true),
        bool boolean => boolean ? "true" : "false",
        double.NaN => "double.NaN",
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "D",
        float.NaN => "float.NaN",
        float.PositiveInfinity => "float.PositiveInfinity",
        float.NegativeInfinity => "float.NegativeInfinity",
        float number => number.ToString("R", CultureInfo.InvariantCulture) + "F",
        int.MinValue => "int.MinValue",
        int number => number.ToString(CultureInfo.InvariantCulture),
        long.MinValue => "long.MinValue",
        long number => number.ToString(CultureInfo.InvariantCulture) + "L",
        uint number => number.ToString(CultureInfo.InvariantCulture) + "U",
        ulong number => number.ToString(CultureInfo.InvariantCulture) + "UL",
        byte number => "(byte)" + number.ToString(CultureInfo.InvariantCulture),
        ushort number => "(ushort)" + number.ToString(CultureInfo.InvariantCulture),
        sbyte number => "(sbyte)(" + number.ToString(CultureInfo.InvariantCulture) + ")",
        short number => "(short)(" + number.ToString(CultureInfo.InvariantCulture) + ")",
        _ => throw new NotSupportedException("An attribute holds a constant of the unknown type " + value.GetType()),
    };

    private static string? Text(TypedConstant constant) => constant.IsNull ? null : constant.Value switch
    {
        ITypeSymbol type => type.ToDisplayString(TypeNameFormat),
        bool boolean => boolean ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        float number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        var other => other?.ToString(),
    };
}
