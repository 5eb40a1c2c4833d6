using System.Globalization;
using System.Text.RegularExpressions;
using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>Parses one constraint; the built-in ones of ASP.NET Core, with the arguments that their constructors take.</summary>
internal static class RouteConstraintParser
{
    private static readonly HashSet<string> WithoutArguments = new(StringComparer.Ordinal)
    {
        "int", "bool", "datetime", "decimal", "double", "float", "guid", "long", "alpha", "required", "file", "nonfile",
    };

    public static RouteConstraintSpec Parse(string text, RouteTemplatePlace place)
    {
        var parenthesis = text.IndexOf('(');
        var hasArguments = parenthesis >= 0 && text.EndsWith(")", StringComparison.Ordinal);
        var name = (hasArguments ? text.Substring(0, parenthesis) : text).ToLowerInvariant();
        var arguments = hasArguments ? text.Substring(parenthesis + 1, text.Length - parenthesis - 2) : null;
        var spec = new RouteConstraintSpec(text, name);
        if (WithoutArguments.Contains(name))
        {
            return string.IsNullOrEmpty(arguments) ? spec : throw Arguments(spec, "takes no arguments", place);
        }

        return name switch
        {
            "minlength" => spec with { Minimum = Bound(spec, arguments, 0, int.MaxValue, place) },
            "maxlength" => spec with { Maximum = Bound(spec, arguments, 0, int.MaxValue, place) },
            "min" => spec with { Minimum = Bound(spec, arguments, long.MinValue, long.MaxValue, place) },
            "max" => spec with { Maximum = Bound(spec, arguments, long.MinValue, long.MaxValue, place) },
            "length" => Bounds(spec, arguments, 1, 0, int.MaxValue, place),
            "range" => Bounds(spec, arguments, 2, long.MinValue, long.MaxValue, place),
            "regex" => Regex(spec, arguments, place),
            _ => throw place.Fault(
                RouteTemplateErrorKind.UnknownConstraint,
                "'" + text + "' is none of the constraints int, bool, datetime, decimal, double, float, guid, long, minlength, maxlength, "
                + "length, min, max, range, alpha, regex, required, file, nonfile"),
        };
    }

    private static long Bound(RouteConstraintSpec spec, string? argument, long minimum, long maximum, RouteTemplatePlace place) =>
        long.TryParse(argument, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) && value >= minimum && value <= maximum
            ? value
            : throw Arguments(
                spec, string.Format(CultureInfo.InvariantCulture, "takes whole numbers from {0} to {1}", minimum, maximum), place);

    private static RouteConstraintSpec Bounds(
        RouteConstraintSpec spec, string? arguments, int fewest, long minimum, long maximum, RouteTemplatePlace place)
    {
        var parts = string.IsNullOrEmpty(arguments) ? [] : arguments!.Split(',');
        if (parts.Length < fewest || parts.Length > 2)
        {
            throw Arguments(spec, fewest == 2 ? "takes two arguments" : "takes one or two arguments", place);
        }

        var low = Bound(spec, parts[0], minimum, maximum, place);
        var high = parts.Length == 1 ? low : Bound(spec, parts[1], minimum, maximum, place);
        return low <= high
            ? spec with { Minimum = low, Maximum = high }
            : throw Arguments(spec, "has its lower bound above its upper one", place);
    }

    private static RouteConstraintSpec Regex(RouteConstraintSpec spec, string? pattern, RouteTemplatePlace place)
    {
        if (pattern is null)
        {
            throw Arguments(spec, "takes a regular expression", place);
        }

        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
        }
        catch (ArgumentException exception)
        {
            throw Arguments(spec, "has a malformed regular expression: " + exception.Message, place);
        }

        return spec with { Pattern = pattern };
    }

    private static RouteTemplateException Arguments(RouteConstraintSpec spec, string what, RouteTemplatePlace place) =>
        place.Fault(RouteTemplateErrorKind.ConstraintArguments, "the constraint '" + spec.Text + "' " + what);
}
