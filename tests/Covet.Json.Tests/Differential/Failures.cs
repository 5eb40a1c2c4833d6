namespace Covet.Json.Tests.Differential;

/// <summary>Collects the first differences of a shape.</summary>
internal sealed class Failures(ITestOutputHelper output, int seed)
{
    private readonly List<string> items = [];

    public bool Enough => items.Count >= 4;

    public void Add(string input, Outcome expected, Outcome actual) =>
        items.Add($"INPUT    {Escape(input)}\nEXPECTED {Escape(Around(expected, actual))}\nACTUAL   {Escape(Around(actual, expected))}\n");

    // From shortly before the first difference, as values may be long.
    private static string Around(Outcome shown, Outcome other)
    {
        if (shown.Text is not { } text || other.Text is not { } second)
        {
            return shown.ToString();
        }

        var start = Math.Max(0, text.AsSpan().CommonPrefixLength(second) - 60);
        return (start > 0 ? "..." : "") + text[start..];
    }

    public void Check()
    {
        output.WriteLine("COVET_SEED=" + seed);
        Assert.True(items.Count == 0, "seed " + seed + "\n" + string.Join("\n", items));
    }

    private static string Escape(string text)
    {
        var shown = string.Concat(text.Select(static c => c is < ' ' or > '~' ? "\\u" + ((int)c).ToString("x4") : c.ToString()));
        return shown.Length > 600 ? shown[..600] + "..." : shown;
    }
}
