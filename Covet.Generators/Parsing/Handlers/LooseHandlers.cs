using Covet.Generators.Model;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Static methods outside handler classes come one by one; those of one class become one handler.</summary>
internal static class LooseHandlers
{
    public static IEnumerable<HandlerParseResult> Merge(IEnumerable<HandlerParseResult> results)
    {
        var byClass = new Dictionary<string, HandlerParseResult>();
        var order = new List<string>();
        var without = new List<HandlerParseResult>();
        foreach (var result in results)
        {
            if (result.Handler is not { } handler)
            {
                without.Add(result);
            }
            else if (!byClass.TryGetValue(handler.Type.FullName, out var present))
            {
                byClass[handler.Type.FullName] = result;
                order.Add(handler.Type.FullName);
            }
            else
            {
                var known = new HashSet<string>(present.Handler!.Endpoints.Select(endpoint => endpoint.Id));
                byClass[handler.Type.FullName] = present with
                {
                    Handler = present.Handler with
                    {
                        Endpoints = present.Handler.Endpoints.Concat(handler.Endpoints.Where(endpoint => known.Add(endpoint.Id))).OrderBy(endpoint => endpoint.Id, StringComparer.Ordinal).ToEquatableArray(),
                        Types = TypeSet.Distinct(present.Handler.Types.Concat(handler.Types)).ToEquatableArray(),
                    },
                    Diagnostics = present.Diagnostics.Concat(result.Diagnostics).Distinct().ToEquatableArray(),
                    RouteLocations = present.RouteLocations.Concat(result.RouteLocations).Distinct().ToEquatableArray(),
                };
            }
        }

        return order.Select(name => byClass[name]).Concat(without);
    }
}
