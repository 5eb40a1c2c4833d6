using Covet.Generators.Model;
using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>Builds the data of the route table from the routes of all assemblies; the same routes give the same data.</summary>
internal static class RouteTableBuilder
{
    /// <summary>Builds the table. Malformed templates are passed over: they have their own diagnostics.</summary>
    public static RouteTableImage Build(IEnumerable<RouteTableEntry> entries)
    {
        var customMethods = new List<string>();
        var patterns = new List<TablePattern>();
        var trees = new SortedDictionary<int, TableNode>();
        var known = new Dictionary<(int Order, string Template, bool Any), TablePattern>();
        foreach (var entry in Sort(entries))
        {
            var method = FindMethod(entry.Route.TableMethod, customMethods);
            var key = (entry.Route.Order, entry.Route.Template.Trim('/'), method == RouteMethods.Any);
            if (!known.TryGetValue(key, out var pattern))
            {
                if (RoutePatternParser.Parse(entry.Route.Template).Pattern is not { } parsed)
                {
                    continue;
                }

                pattern = new TablePattern(parsed, patterns.Count);
                known.Add(key, pattern);
                patterns.Add(pattern);
            }

            // Of two endpoints for one method the first stays; that there are two is an error of its own.
            if (pattern.Endpoints.TrueForAll(other => other.Method != method))
            {
                pattern.Endpoints.Add((method, entry));
            }
        }

        foreach (var pattern in patterns)
        {
            var order = pattern.Endpoints[0].Entry.Route.Order;
            if (!trees.TryGetValue(order, out var root))
            {
                root = new TableNode();
                trees.Add(order, root);
            }

            root.Add(pattern);
        }

        foreach (var root in trees.Values)
        {
            root.Complete();
        }

        return new RouteTableWriter().Write(patterns, [.. trees.Values], customMethods);
    }

    private static IEnumerable<RouteTableEntry> Sort(IEnumerable<RouteTableEntry> entries) => entries
        .OrderBy(static entry => entry.Module)
        .ThenBy(static entry => entry.Endpoint);

    private static int FindMethod(string method, List<string> customMethods)
    {
        if (method == "*")
        {
            return RouteMethods.Any;
        }

        var known = RouteMethods.Find(method);
        if (known >= 0)
        {
            return known;
        }

        var custom = customMethods.FindIndex(other => string.Equals(other, method, StringComparison.OrdinalIgnoreCase));
        if (custom < 0)
        {
            custom = customMethods.Count;
            customMethods.Add(method);
        }

        return RouteMethods.FirstCustom + custom;
    }
}
