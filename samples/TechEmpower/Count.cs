using System.Globalization;

namespace TechEmpower;

/// <summary>How many rows a request asks for: 1 where it says nothing or nonsense, 1 to 500 otherwise, by the rules of the benchmark.</summary>
internal static class Count
{
    private const int Most = 500;

    public static int Parse(string? text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) ? Math.Clamp(count, 1, Most) : 1;
}
