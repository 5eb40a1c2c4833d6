using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>Two routes that stand in each other's way, by their places in the list that was searched.</summary>
/// <param name="Kind">How.</param>
/// <param name="First">The route that answers.</param>
/// <param name="Second">The route that is in doubt, or that never answers.</param>
/// <param name="Path">A path that matches both; empty for <see cref="RouteConflictKind.Unreachable"/>.</param>
internal sealed record RouteConflict(RouteConflictKind Kind, int First, int Second, string Path)
{
    /// <summary>What is wrong, for people.</summary>
    public string Describe(IReadOnlyList<RouteSpec> routes)
    {
        var first = Show(routes[First]);
        var second = Show(routes[Second]);
        return Kind switch
        {
            RouteConflictKind.Duplicate => first + " and " + second + " are the same route",
            RouteConflictKind.Ambiguous => first + " and " + second + " both match '" + Path + "', and neither is more specific; set Order, or a constraint that tells them apart",
            _ => second + " is never reached, as " + first + " comes first and matches every path of it",
        };
    }

    private static string Show(RouteSpec route) => route.Method + " /" + route.Template.TrimStart('/') + (route.ReadsVersion ? " of version " + route.Version : "");
}
