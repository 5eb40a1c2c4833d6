using System.Globalization;
using System.Runtime.CompilerServices;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>The built-in constraints, with ASP.NET Core's rules, on text that is not yet a string.</summary>
internal static class RouteConstraints
{
    /// <summary>Whether a value satisfies a constraint; regular expressions are the caller's.</summary>
    public static bool IsSatisfied(RouteConstraintKind kind, long a, long b, ReadOnlySpan<char> value)
    {
        var invariant = CultureInfo.InvariantCulture;
        return kind switch
        {
            RouteConstraintKind.Int => int.TryParse(value, NumberStyles.Integer, invariant, out _),
            RouteConstraintKind.Bool => bool.TryParse(value, out _),
            RouteConstraintKind.DateTime => DateTime.TryParse(value, invariant, DateTimeStyles.None, out _),
            RouteConstraintKind.Decimal => decimal.TryParse(value, NumberStyles.Number, invariant, out _),
            RouteConstraintKind.Double => double.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, invariant, out _),
            RouteConstraintKind.Float => float.TryParse(value, NumberStyles.Float | NumberStyles.AllowThousands, invariant, out _),
            RouteConstraintKind.Guid => Guid.TryParse(value, out _),
            RouteConstraintKind.Long => long.TryParse(value, NumberStyles.Integer, invariant, out _),
            RouteConstraintKind.MinLength => value.Length >= a,
            RouteConstraintKind.MaxLength => value.Length <= a,
            RouteConstraintKind.Length => value.Length >= a && value.Length <= b,
            RouteConstraintKind.Min => long.TryParse(value, NumberStyles.Integer, invariant, out var number) && number >= a,
            RouteConstraintKind.Max => long.TryParse(value, NumberStyles.Integer, invariant, out var number) && number <= a,
            RouteConstraintKind.Range => long.TryParse(value, NumberStyles.Integer, invariant, out var number) && number >= a && number <= b,
            RouteConstraintKind.Alpha => IsAlpha(value),
            RouteConstraintKind.Required => value.Length > 0,
            RouteConstraintKind.File => IsFileName(value),
            RouteConstraintKind.NonFile => !IsFileName(value),
            _ => false,
        };
    }

    /// <summary>Whether a value is but digits, and so few that every number they can make is an <c>int</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsShortNumber(ReadOnlySpan<char> value)
    {
        if (value.Length is 0 or > 9)
        {
            return false;
        }

        foreach (var c in value)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the constraint holds for a parameter that is there but has no value: an empty catch-all.</summary>
    public static bool AcceptsNull(RouteConstraintKind kind) => kind == RouteConstraintKind.NonFile;

    /// <summary>ASP.NET Core's <c>^[A-Za-z]*$</c>, whose <c>$</c> also stands before a newline at the end.</summary>
    private static bool IsAlpha(ReadOnlySpan<char> value)
    {
        if (value.EndsWith('\n'))
        {
            value = value[..^1];
        }

        foreach (var c in value)
        {
            if (!char.IsAsciiLetter(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the last segment has a period with something other than periods after it.</summary>
    private static bool IsFileName(ReadOnlySpan<char> value)
    {
        var name = value[(value.LastIndexOf('/') + 1)..];
        var period = name.IndexOf('.');
        return period >= 0 && name[(period + 1)..].ContainsAnyExcept('.');
    }
}
