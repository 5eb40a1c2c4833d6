namespace Covet.Analyzers.Rules.Routing;

/// <summary>Tells names that are probably meant to be the same.</summary>
internal static class Spelling
{
    /// <summary>Whether two names differ by one or two letters (by one where they are short), or in separators alone.</summary>
    public static bool IsSimilar(string a, string b)
    {
        a = Normal(a);
        b = Normal(b);
        var shorter = Math.Min(a.Length, b.Length);
        return a == b || (shorter >= 3 && Distance(a, b) <= (shorter < 6 ? 1 : 2));
    }

    /// <summary>The nearest of several names, where it is near.</summary>
    public static string? Nearest(string name, IEnumerable<string> candidates) =>
        candidates.Where(candidate => IsSimilar(name, candidate) || (name.Length > 1 && (candidate.StartsWith(name, StringComparison.OrdinalIgnoreCase) || name.StartsWith(candidate, StringComparison.OrdinalIgnoreCase))))
            .OrderBy(candidate => Distance(Normal(name), Normal(candidate))).FirstOrDefault();

    private static string Normal(string name) => name.Replace("_", "").Replace("-", "").ToLowerInvariant();

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var corner = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), corner + (a[i - 1] == b[j - 1] ? 0 : 1));
                corner = above;
            }
        }

        return row[b.Length];
    }
}
