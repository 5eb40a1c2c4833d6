using System.Text.RegularExpressions;
using Covet.Generators.Model;

namespace Covet.Generators.Tests.Routing;

/// <summary>Random routes and paths over few words, so that they meet often.</summary>
internal sealed partial class RandomRoutes(int seed)
{
    // Without the Kelvin sign: whether ASP.NET Core takes it for a K depends on which of its jump tables is in use yet.
    private static readonly string[] Literals =
        ["a", "A", "b", "ab", "abcd", "abcde", "ABCDEFGH", "1", "12", "a.b", "x-y", "é", "É", "Ω", "ω", "日本", "ſ", "s", "k", "ı", "i", "%2F", "true", "{{a}}", "c", "d", "e", "f", "\uD801\uDC28", "\uD801\uDC00",
         // As long as a word of the table, a little longer, two words, and such as differ in the second alone.
         "warehous", "warehouse", "Warehouses", "warehouse-orders", "warehouse-orderss", "warehousé", "[ab", "x_y"];

    private static readonly string[] Constraints =
        [":int", ":alpha", ":guid", ":bool", ":long", ":min(2)", ":max(12)", ":range(1,12)", ":minlength(2)", ":maxlength(3)", ":length(2)", ":length(1,3)",
         ":datetime", ":decimal", ":double", ":float", ":regex(^a.*$)", @":regex(^\d{{2}}$)", ":required", ":file", ":nonfile", ":INT", ":int:min(5)", ":alpha:minlength(2)"];

    private static readonly string[] Complex =
        ["{{{0}}}.{{{1}}}", "{{{0}}}.{{{1}?}}", "{{{0}}}-{{{1}}}", "a{{{0}}}", "{{{0}}}b", "a{{{0}}}b", "{{{0}}}a{{{1}}}b", "{{{0}:int}}.{{{1}:alpha}}", "{{{0}}}ab{{{1}}}", "v{{{0}:int}}", "{{{0}}}..{{{1}}}", "é{{{0}}}"];

    private static readonly string[] Values =
        ["a", "A", "b", "B", "ab", "aB", "abc", "abcd", "ABCDE", "abcdefgh", "1", "2", "12", "123", "-1", "+1", " 1", "a.b", "a.b.c", ".a", "a.", ".", "..", "x-y", "X-Y", "a-b-c", "é", "É", "éé", "ω", "Ω", "日本",
         "s", "ſ", "S", "k", "K", "i", "I", "ı", "%2F", "true", "True", "1.5", "1,000", "1e5", "2020-01-01", "aab", "aabb", "abab", "11b", "v1", "V22", "{a}", "c", "d", "e", "f", "\uD801\uDC28", "\uD801\uDC00",
         "0f8fad5b-d9cb-469f-a165-70867728950e", "a\n", "aba", "", "", "NaN", "9999999999", "a b",
         "WAREHOUS", "warehouse", "warehouses", "Warehouse-Orders", "warehouse-orderT", "WAREHOUSÉ", "{ab", "x\u007Fy", "\u0000", "a\u0000", "x\ry", "+12", "００", "123456789", "1234567890"];

    private readonly Random random = new(seed);

    public RouteSpec[] NextRoutes()
    {
        var routes = new RouteSpec[random.Next(1, 12)];
        for (var i = 0; i < routes.Length; i++)
        {
            routes[i] = new RouteSpec(Pick("GET", "GET", "GET", "POST", "PURGE", "*"), NextTemplate()) { Order = random.Next(12) == 0 ? random.Next(-1, 2) : 0 };
        }

        return routes;
    }

    /// <summary>A request that mostly follows one of the routes.</summary>
    public (string Method, string Path) NextRequest(RouteSpec[] routes)
    {
        var route = Pick(routes);
        return (random.Next(3) > 0 && route.Method != "*" ? route.Method : NextMethod(), NextPath(route));
    }

    private string NextPath(RouteSpec route)
    {
        if (random.Next(4) == 0)
        {
            return "/" + string.Join('/', Enumerable.Range(0, random.Next(0, 6)).Select(_ => Pick(Values)));
        }

        var segments = route.Template.Split('/');
        var path = "/" + string.Join('/', segments.Take(random.Next(8) == 0 ? random.Next(segments.Length + 1) : segments.Length).Select(Fill));
        return random.Next(10) switch
        {
            0 => path + "/",
            1 => path + "/" + Pick(Values),
            2 => path + "//",
            3 => path.ToUpperInvariant(),
            _ => path,
        };
    }

    private string NextMethod() => Pick("GET", "GET", "GET", "POST", "get", "PURGE", "DELETE", "OTHER");

    private string NextTemplate()
    {
        var count = random.Next(0, 6);
        var segments = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var last = i == count - 1;
            var name = "p" + (random.Next(6) == 0 ? "q" : "") + i;
            segments.Add(random.Next(14) switch
            {
                < 6 => Pick(Literals),
                < 8 => "{" + name + "}",
                < 10 => "{" + name + Pick(Constraints) + "}",
                10 => string.Format(System.Globalization.CultureInfo.InvariantCulture, Pick(Complex), name, "z" + i),
                11 => "{" + name + (random.Next(2) == 0 ? Pick(Constraints) : "") + "?}",
                12 => "{" + name + (random.Next(2) == 0 ? Pick(Constraints) : "") + "=" + Pick("a", "5", "", "12") + "}",
                _ when last => "{" + Pick("*", "**") + name + (random.Next(3) == 0 ? Pick(Constraints) : "") + (random.Next(4) == 0 ? "=5" : "") + "}",
                _ => "b",
            });
        }

        return string.Join('/', segments);
    }

    private string Fill(string segment)
    {
        if (random.Next(12) == 0)
        {
            return Pick(Values);
        }

        if (!segment.Contains('{', StringComparison.Ordinal) || segment == "{{a}}")
        {
            return segment.Replace("{{a}}", "{a}", StringComparison.Ordinal);
        }

        // A value for each parameter, likely for its constraint; what stands between them stays.
        return Parameter().Replace(segment, match =>
            random.Next(4) == 0 ? Pick(Values)
            : match.Value.Contains(":alpha", StringComparison.Ordinal) || match.Value.Contains("^a", StringComparison.Ordinal) ? Pick("a", "ab", "abc")
            : match.Value.Contains(":bool", StringComparison.Ordinal) ? "true"
            : match.Value.Contains(":guid", StringComparison.Ordinal) ? "0f8fad5b-d9cb-469f-a165-70867728950e"
            : match.Value.Contains(":date", StringComparison.Ordinal) ? "2020-01-01"
            : match.Value.Contains(":file", StringComparison.Ordinal) ? "a.b"
            : match.Value.Contains(':', StringComparison.Ordinal) ? Pick("2", "5", "11", "12")
            : Pick(Values));
    }

    [GeneratedRegex(@"\{[^{}]*(\{\{\d\}\}[^{}]*)?\}")]
    private static partial Regex Parameter();

    private T Pick<T>(params T[] items) => items[random.Next(items.Length)];
}
