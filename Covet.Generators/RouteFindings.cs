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

        foreach (var route in application.Modules.SelectMany(module => module.Routes))
        {
            routes.Add(route.Route);
            keys.Add("");
            handlers.Add(route.Handler + ", in a referenced library");
        }

        return RouteConflictFinder.Find(routes, cancellation).Select(conflict => new RouteFindingSpec(
            conflict.Kind switch
            {
                RouteConflictKind.Duplicate => RuleIds.DuplicateRoute,
                RouteConflictKind.Ambiguous => RuleIds.AmbiguousRoutes,
                _ => RuleIds.UnreachableRoute,
            },
            keys[conflict.Second].Length > 0 ? keys[conflict.Second] : keys[conflict.First],
            conflict.Describe(routes) + " (" + handlers[conflict.First] + " and " + handlers[conflict.Second] + ")")).ToEquatableArray();
    }

    /// <summary>The finding with the place of its route in the source.</summary>
    public static DiagnosticSpec Locate(RouteFindingSpec finding, IEnumerable<RouteLocationSpec> locations) => new(
        finding.RuleId,
        locations.FirstOrDefault(location => location.Key == finding.Place)?.Location,
        new EquatableArray<string>([finding.Text]));
}
