using Covet.Generators.Parsing;

namespace Covet.Analyzers.Rules.Binding;

/// <summary>The limits that validation attributes set on a parameter, as far as they are numbers.</summary>
internal static class Limits
{
    private const string Annotations = "System.ComponentModel.DataAnnotations";

    /// <summary>The limits of a parameter's value (<c>[Range]</c>) and of its length, with the attribute's name.</summary>
    public static IEnumerable<(string Rule, bool IsLength, double? Minimum, double? Maximum)> Of(ISymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (attribute.AttributeClass is not { } type || !type.ContainingNamespace.IsNamed(Annotations) || attribute.ConstructorArguments.Any(static argument => argument.Kind != TypedConstantKind.Primitive))
            {
                continue;
            }

            var arguments = attribute.ConstructorArguments;
            switch (type.Name)
            {
                case "RangeAttribute" when arguments.Length == 2:
                    yield return ("Range", false, Number(arguments[0]), Number(arguments[1]));
                    break;
                case "StringLengthAttribute" when arguments.Length == 1:
                    yield return ("StringLength", true, attribute.NamedArguments.Where(static named => named.Key == "MinimumLength").Select(static named => Number(named.Value)).FirstOrDefault(), Number(arguments[0]));
                    break;
                case "LengthAttribute" when arguments.Length == 2:
                    yield return ("Length", true, Number(arguments[0]), Number(arguments[1]));
                    break;
                case "MinLengthAttribute" when arguments.Length == 1:
                    yield return ("MinLength", true, Number(arguments[0]), null);
                    break;
                case "MaxLengthAttribute" when arguments.Length == 1:
                    yield return ("MaxLength", true, null, Number(arguments[0]));
                    break;
            }
        }
    }

    /// <summary>The rule that refuses a value, or null.</summary>
    public static string? Refusing(IParameterSymbol parameter, object value)
    {
        foreach (var (rule, isLength, minimum, maximum) in Of(parameter))
        {
            var measured = isLength ? (value as string)?.Length : value is string or bool or char ? null : (double?)Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
            if (measured < minimum || measured > maximum)
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>The value nearest to a refused number that all ranges allow, as code; null where there is none, or the value is no number.</summary>
    public static string? Nearest(IParameterSymbol parameter, object value)
    {
        if (value is string or bool or char)
        {
            return null;
        }

        var number = Convert.ToDouble(value, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var (_, _, minimum, maximum) in Of(parameter).Where(static limit => !limit.IsLength))
        {
            number = Math.Min(Math.Max(number, minimum ?? number), maximum ?? number);
        }

        var nearest = Convert.ChangeType(number, value.GetType(), System.Globalization.CultureInfo.InvariantCulture);
        return Refusing(parameter, nearest) is null ? SymbolDisplay.FormatPrimitive(nearest, quoteStrings: true, useHexadecimalNumbers: false) : null;
    }

    private static double? Number(TypedConstant constant) =>
        constant.Value is int or double or long ? Convert.ToDouble(constant.Value, System.Globalization.CultureInfo.InvariantCulture) : null;
}
