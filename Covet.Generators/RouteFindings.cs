using Covet.Generators.Emit.Application;
using Covet.Generators.Model;
using Covet.Generators.Routing.Conflicts;
using Covet.Generators.Rules;

namespace Covet.Generators;

/// <summary>Looks for conflicts over the routes of the application and of the libraries that it references.</summary>
internal static class RouteFindings
{
    public static EquatableArray<RouteFindingSpec> Find(ApplicationSpec application, CancellationToken cancellation)
    {
        var routes = new List<RouteSpec>();
        var keys = new List<string>();
        var handlers = new List<string>();
        foreach (var (route, endpoint, index) in ModuleEmitter.Routes(application.Handlers))
        {
            routes.Add(route);
            keys.Add(endpoint.Id + "#" + index.ToString(System.Globalization.CultureInfo.InvariantCulture));
            handlers.Add(endpoint.HandlerName + "." + endpoint.MethodName);
        }

        foreach (var module in application.Modules)
        {
            foreach (var route in module.Routes)
            {
                routes.Add(route.Route);
                keys.Add("");
                handlers.Add(route.Handler + " of the library " + module.AssemblyName);
            }
        }

        return RouteConflictFinder.Find(routes, cancellation).Select(conflict => new RouteFindingSpec(
            conflict.Kind switch
            {
                RouteConflictKind.Duplicate => RuleIds.DuplicateRoute,
                RouteConflictKind.Ambiguous => RuleIds.AmbiguousRoutes,
                _ => RuleIds.UnreachableRoute,
            },
            keys[conflict.Second].Length > 0 ? keys[conflict.Second] : keys[conflict.First],
            conflict.Describe(routes) + " (" + handlers[conflict.First] + " and " + handlers[conflict.Second] + ")")
        {
            Other = keys[conflict.Second].Length > 0 ? keys[conflict.First] : "",
        }).ToEquatableArray();
    }

    /// <summary>The finding with the place of its route in the source, and that of the route that it conflicts with.</summary>
    public static DiagnosticSpec Locate(RouteFindingSpec finding, IReadOnlyCollection<RouteLocationSpec> locations) => new(
        finding.RuleId,
        Place(finding.Place, locations),
        new EquatableArray<string>([finding.Text]))
    {
        Other = Place(finding.Other, locations),
    };

    private static LocationSpec? Place(string key, IReadOnlyCollection<RouteLocationSpec> locations) =>
        key.Length == 0 ? null : locations.FirstOrDefault(location => location.Key == key)?.Location;
}
