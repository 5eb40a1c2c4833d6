using Covet.Generators.Model;

namespace Covet.Generators.Emit.Binding;

/// <summary>The position of a route parameter among those of its template, where all routes of the endpoint agree; else -1, and it is found by name.</summary>
internal sealed class RouteParameterIndex(Func<string, IReadOnlyList<string>> parameterNames)
{
    public int Of(EndpointSpec endpoint, string name)
    {
        var found = -2;
        foreach (var route in endpoint.Routes)
        {
            var names = parameterNames(route.Template);
            var index = -1;
            for (var i = 0; i < names.Count; i++)
            {
                if (string.Equals(names[i], name, StringComparison.OrdinalIgnoreCase))
                {
                    index = i;
                }
            }

            if (found != -2 && found != index)
            {
                return -1;
            }

            found = index;
        }

        return Math.Max(found, -1);
    }
}
