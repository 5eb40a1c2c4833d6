using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Covet.Internal;
using Covet.Routing;

namespace Covet;

/// <summary>
/// The application's routes, by template and then method; a singleton of its services. <see cref="ToString"/> gives the
/// table that the command <c>routes</c> prints.
/// </summary>
/// <example>
/// <code>
/// foreach (var route in app.Services.GetRequiredService&lt;CovetRoutes&gt;())
/// {
///     Console.WriteLine($"{route.Method} {route.Template} is answered by {route.Handler}");
/// }
/// </code>
/// </example>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The plural says that it is a list.")]
public sealed class CovetRoutes : IReadOnlyList<CovetRoute>
{
    private readonly Lazy<CovetRoute[]> routes;

    internal CovetRoutes(CovetRouteTable table) => routes = new Lazy<CovetRoute[]>(() => Read(table));

    /// <inheritdoc/>
    public int Count => routes.Value.Length;

    /// <inheritdoc/>
    public CovetRoute this[int index] => routes.Value[index];

    /// <inheritdoc/>
    public IEnumerator<CovetRoute> GetEnumerator() => ((IEnumerable<CovetRoute>)routes.Value).GetEnumerator();

    /// <summary>The routes as an aligned table: a line each with method, template, handler, and name and order where any route has one.</summary>
    public override string ToString() => RouteListing.Format(routes.Value);

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static CovetRoute[] Read(CovetRouteTable table)
    {
        var all = new List<CovetRoute>();
        for (var module = 0; module < table.Modules.Count; module++)
        {
            for (var index = 0; index < table.Modules[module].Count; index++)
            {
                all.Add(new CovetRoute(table, module, index, table.Modules[module].Create(index)));
            }
        }

        return [.. all.Order(Comparer<CovetRoute>.Create(Compare))];
    }

    private static int Compare(CovetRoute x, CovetRoute y)
    {
        var template = StringComparer.OrdinalIgnoreCase.Compare(x.Template, y.Template);
        var order = template != 0 ? template : x.Order.CompareTo(y.Order);
        return order != 0 ? order : StringComparer.Ordinal.Compare(x.Method, y.Method);
    }
}
