using System.Globalization;
using System.Text;

namespace Covet.Routing;

/// <summary>Routes as a text table for people.</summary>
internal static class RouteListing
{
    public static string Format(IReadOnlyList<CovetRoute> routes)
    {
        var columns = new List<RouteColumn>
        {
            new("Method", static route => route.Method),
            new("Template", static route => Printable(route.Template)),
            new("Handler", static route => Printable(route.Handler)),
        };
        if (routes.Any(static route => route.Name is not null))
        {
            columns.Add(new("Name", static route => Printable(route.Name ?? "")));
        }

        if (routes.Any(static route => route.Version is not null))
        {
            columns.Add(new("Version", static route => route.Version ?? ""));
        }

        if (routes.Any(static route => route.Order != 0))
        {
            columns.Add(new("Order", static route => route.Order.ToString(CultureInfo.InvariantCulture)));
        }

        var lines = new List<List<string>> { columns.ConvertAll(static column => column.Title) };
        foreach (var route in routes)
        {
            lines.Add(columns.ConvertAll(column => column.Cell(route)));
        }

        for (var column = 0; column < columns.Count; column++)
        {
            var width = 0;
            lines.ForEach(line => width = Math.Max(width, line[column].Length));
            lines.ForEach(line => line[column] = line[column].PadRight(width));
        }

        var text = new StringBuilder();
        foreach (var line in lines)
        {
            _ = text.Append(string.Join("  ", line).TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>A template may hold any character; those that would break the table's lines are escaped.</summary>
    private static string Printable(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = char.IsControl(c)
                ? result.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}")
                : result.Append(c);
        }

        return result.ToString();
    }
}
