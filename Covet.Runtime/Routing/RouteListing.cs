using System.Globalization;
using System.Text;

namespace Covet.Routing;

/// <summary>Routes as a text table for people.</summary>
internal static class RouteListing
{
    public static string Format(IReadOnlyList<CovetRoute> routes)
    {
        var columns = new List<(string Title, Func<CovetRoute, string> Cell)>
        {
            ("Method", static route => route.Method),
            ("Template", static route => Printable(route.Template)),
            ("Handler", static route => Printable(route.Handler)),
        };
        if (routes.Any(static route => route.Name is not null))
        {
            columns.Add(("Name", static route => Printable(route.Name ?? "")));
        }

        if (routes.Any(static route => route.Version is not null))
        {
            columns.Add(("Version", static route => route.Version ?? ""));
        }

        if (routes.Any(static route => route.Order != 0))
        {
            columns.Add(("Order", static route => route.Order.ToString(CultureInfo.InvariantCulture)));
        }

        var lines = routes.Select(route => columns.ConvertAll(column => column.Cell(route)))
            .Prepend(columns.ConvertAll(static column => column.Title))
            .ToList();
        var widths = columns.Select((_, index) => lines.Max(line => line[index].Length)).ToArray();
        var text = new StringBuilder();
        foreach (var line in lines)
        {
            _ = text.Append(string.Join("  ", line.Select((cell, index) => cell.PadRight(widths[index]))).TrimEnd()).Append('\n');
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
