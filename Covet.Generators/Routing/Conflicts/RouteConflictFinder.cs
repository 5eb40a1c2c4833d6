using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>
/// Finds routes that stand in each other's way. Every finding is proved: an ambiguity by a path that matches both, an
/// unreachable route by a pattern that covers it. Where constraints are too intricate to find such a path, nothing is said.
/// </summary>
internal static class RouteConflictFinder
{
    /// <summary>Searches all routes of an application; malformed ones are passed over.</summary>
    public static IReadOnlyList<RouteConflict> Find(IReadOnlyList<RouteSpec> routes, CancellationToken cancellation = default)
    {
        var candidates = new List<ConflictCandidate>();
        for (var i = 0; i < routes.Count; i++)
        {
            if (RoutePatternParser.Parse(routes[i].Template).Pattern is { } pattern)
            {
                candidates.Add(new ConflictCandidate(i, routes[i], pattern));
            }
        }

        var conflicts = new List<RouteConflict>();
        foreach (var group in candidates.GroupBy(static candidate => candidate.Key, StringComparer.Ordinal))
        {
            AddAmbiguities([.. group], conflicts, cancellation);
        }

        AddUnreachable(candidates, conflicts, cancellation);
        return [.. conflicts.OrderBy(static conflict => conflict.Second).ThenBy(static conflict => conflict.First)];
    }

    private static void AddAmbiguities(List<ConflictCandidate> group, List<RouteConflict> conflicts, CancellationToken cancellation)
    {
        for (var i = 0; i < group.Count; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = i + 1; j < group.Count; j++)
            {
                if (SharedPath.Find(group[i], group[j]) is { } path)
                {
                    var kind = RouteCoverage.IsSame(group[i], group[j]) ? RouteConflictKind.Duplicate : RouteConflictKind.Ambiguous;
                    conflicts.Add(new RouteConflict(kind, group[i].Index, group[j].Index, path));
                }
            }
        }
    }

    private static void AddUnreachable(List<ConflictCandidate> candidates, List<RouteConflict> conflicts, CancellationToken cancellation)
    {
        // A route covers a later one only where its order puts it first, or where its constraints hold always.
        var last = candidates.Select(static candidate => candidate.Route.Order).DefaultIfEmpty().Max();
        var covering = candidates.Where(candidate => candidate.Route.Order < last || RouteCoverage.HasConstraintThatAlwaysHolds(candidate)).ToList();
        foreach (var first in covering)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var second in candidates)
            {
                if (RouteCoverage.ComesFirst(first, second) && RouteCoverage.Covers(first, second))
                {
                    conflicts.Add(new RouteConflict(RouteConflictKind.Unreachable, first.Index, second.Index, ""));
                }
            }
        }
    }
}
