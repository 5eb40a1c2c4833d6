using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>
/// ASP.NET Core's precedence, a digit a segment, lower first: 1 literal, 2 constrained or of several parts, 3 plain
/// parameter, 4 constrained catch-all, 5 catch-all.
/// </summary>
internal static class RoutePrecedence
{
    /// <summary>The digits of a pattern; ordinal comparison puts the pattern that is tried first first.</summary>
    public static string Compute(RoutePatternSpec pattern) => new([.. pattern.Segments.Select(Digit)]);

    public static char Digit(RouteSegmentSpec segment)
    {
        var part = segment.Parts[0];
        if (!segment.IsSimple)
        {
            return '2';
        }

        if (!part.IsParameter)
        {
            return '1';
        }

        var digit = part.IsCatchAll ? '5' : '3';
        return part.Constraints.Count > 0 ? (char)(digit - 1) : digit;
    }
}
