using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>Whether one route takes every path of another; says so only where that is certain.</summary>
internal static class RouteCoverage
{
    /// <summary>Whether the first is tried before the second, for the second's method.</summary>
    public static bool ComesFirst(ConflictCandidate first, ConflictCandidate second) =>
        (first.Method == second.Method || first.Method == "*")
        && (first.Route.Order < second.Route.Order
            || (first.Route.Order == second.Route.Order && string.CompareOrdinal(first.Precedence, second.Precedence) < 0));

    public static bool HasConstraintThatAlwaysHolds(ConflictCandidate candidate) =>
        candidate.Segments.Any(static segment => segment.Parts.Any(static part => part.Constraints.Any(AlwaysHolds)));

    public static bool Covers(ConflictCandidate first, ConflictCandidate second)
    {
        if (first.Required > second.Required || (second.HasCatchAll && !first.HasCatchAll))
        {
            return false;
        }

        for (var i = 0; i < second.Segments.Count; i++)
        {
            if (i >= first.Segments.Count)
            {
                return false;
            }

            var segment = first.Segments[i];
            if (segment.Parts[0].IsCatchAll)
            {
                return segment.Parts[0].Constraints.Count == 0;
            }

            if (second.Segments[i].Parts[0].IsCatchAll || !Covers(segment, second.Segments[i]))
            {
                return false;
            }
        }

        // What the path may leave out must not be asked for by a constraint of the first.
        return first.Segments.Skip(second.Required).All(static rest => rest.Parts.All(static part => part.Constraints.Count == 0 || part.IsOptional));
    }

    /// <summary>Whether two routes differ in names and case alone.</summary>
    public static bool IsSame(ConflictCandidate first, ConflictCandidate second) =>
        first.Segments.Count == second.Segments.Count && !first.Segments.Where((segment, i) => !IsSame(segment, second.Segments[i])).Any();

    private static bool IsSame(RouteSegmentSpec first, RouteSegmentSpec second) =>
        first.Parts.Count == second.Parts.Count && !first.Parts.Where((part, i) => !IsSame(part, second.Parts[i])).Any();

    private static bool IsSame(RoutePartSpec first, RoutePartSpec second) => first.IsParameter
        ? second.IsParameter
            && first.IsCatchAll == second.IsCatchAll
            && Texts(first).SetEquals(Texts(second))
        : !second.IsParameter && string.Equals(first.Text, second.Text, StringComparison.OrdinalIgnoreCase);

    private static bool Covers(RouteSegmentSpec first, RouteSegmentSpec second)
    {
        var part = first.Parts[0];
        return first.IsSimple && part.IsParameter
            ? part.Constraints.All(constraint => AlwaysHolds(constraint) || (second.IsSimple && Texts(second.Parts[0]).Contains(constraint.Text)))
            : IsSame(first, second) && !first.Parts.Any(static each => each.IsOptional);
    }

    /// <summary>Whether every segment of a path, which is never empty, satisfies the constraint.</summary>
    private static bool AlwaysHolds(RouteConstraintSpec constraint) =>
        constraint.Name == "required" || (constraint.Name == "minlength" && constraint.Minimum <= 1);

    private static HashSet<string> Texts(RoutePartSpec part) => new(part.Constraints.Select(static constraint => constraint.Text), StringComparer.Ordinal);
}
