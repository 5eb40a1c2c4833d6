using System.Globalization;
using Covet.Generators.Model;

namespace Covet.Benchmarks.Routing;

/// <summary>Routes as REST services have them, five a resource, and requests for them.</summary>
internal static class RouteSets
{
    private static readonly string[] Words =
        ["users", "orders", "invoices", "products", "articles", "comments", "sessions", "payments", "shipments", "warehouses", "tags", "teams", "projects", "tasks", "reports", "events"];

    private static readonly string[] Shapes = ["", "/{id:int}", "/{id:int}/items", "/{id:int}/items/{item}", "/search/{*query}"];

    public static RouteSpec[] Routes(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new RouteSpec("GET", Prefix(i / Shapes.Length) + Shapes[i % Shapes.Length]))];

    /// <summary>Requests spread evenly over the routes; each matches one.</summary>
    public static string[] Paths(int count, int paths) =>
    [
        .. Enumerable.Range(0, paths).Select(n =>
        {
            var i = (int)((long)n * count / paths / Shapes.Length * Shapes.Length) + (n % Shapes.Length);
            return "/" + Prefix(i / Shapes.Length) + Shapes[i % Shapes.Length]
                .Replace("{id:int}", (100 + n).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{item}", "item-" + n.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("{*query}", "red/shoes", StringComparison.Ordinal);
        }),
    ];

    private static string Prefix(int resource)
    {
        var area = resource / Words.Length;
        return (area == 0 ? "api/v1/" : $"api/v1/area{area}/") + Words[resource % Words.Length];
    }
}
