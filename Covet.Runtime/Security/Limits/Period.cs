using System.Globalization;

namespace Covet;

/// <summary>Lengths of time as text: <c>500ms</c>, <c>30s</c>, <c>1m</c>, <c>2h</c>, <c>1d</c>.</summary>
internal static class Period
{
    /// <exception cref="FormatException">The text is no length of time.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period: write a number and ms, s, m, h or d, such as 1m.");

    public static bool TryParse(string? text, out TimeSpan period)
    {
        period = default;
        var digits = text.AsSpan().TrimEnd("mshd").Length;
        if (!int.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return false;
        }

        period = text.AsSpan(digits) switch
        {
            "ms" => TimeSpan.FromMilliseconds(number),
            "s" => TimeSpan.FromSeconds(number),
            "m" => TimeSpan.FromMinutes(number),
            "h" => TimeSpan.FromHours(number),
            "d" => TimeSpan.FromDays(number),
            _ => default,
        };
        return period > TimeSpan.Zero;
    }
}
