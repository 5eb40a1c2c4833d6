using System.Globalization;
using System.Text.RegularExpressions;
using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>The built-in constraints at build, for the search of a path that satisfies several.</summary>
internal static class RouteConstraintCheck
{
    private static readonly TimeSpan RegexTimeout = TimeSpan.FromMilliseconds(50);

    public static bool IsSatisfied(RouteConstraintSpec constraint, string text)
    {
        var invariant = CultureInfo.InvariantCulture;
        return constraint.Name switch
        {
            "int" => int.TryParse(text, NumberStyles.Integer, invariant, out _),
            "bool" => bool.TryParse(text, out _),
            "datetime" => DateTime.TryParse(text, invariant, DateTimeStyles.None, out _),
            "decimal" => decimal.TryParse(text, NumberStyles.Number, invariant, out _),
            "double" => double.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, invariant, out _),
            "float" => float.TryParse(text, NumberStyles.Float | NumberStyles.AllowThousands, invariant, out _),
            "guid" => Guid.TryParse(text, out _),
            "long" => long.TryParse(text, NumberStyles.Integer, invariant, out _),
            "minlength" or "maxlength" or "length" => IsBetween(constraint, text.Length),
            "min" or "max" or "range" => long.TryParse(text, NumberStyles.Integer, invariant, out var number) && IsBetween(constraint, number),
            "alpha" => text.All(static c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')),
            "required" => text.Length > 0,
            "file" => IsFileName(text),
            "nonfile" => !IsFileName(text),
            "regex" => IsMatch(constraint.Pattern!, text),
            _ => false,
        };
    }

    private static bool IsBetween(RouteConstraintSpec constraint, long value) =>
        value >= (constraint.Minimum ?? long.MinValue) && value <= (constraint.Maximum ?? long.MaxValue);

    private static bool IsFileName(string text)
    {
        var name = text.Substring(text.LastIndexOf('/') + 1);
        var period = name.IndexOf('.');
        return period >= 0 && name.Skip(period + 1).Any(static c => c != '.');
    }

    private static bool IsMatch(string pattern, string text)
    {
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, RegexTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
