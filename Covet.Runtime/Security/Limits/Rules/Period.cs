namespace Covet;

/// <summary>Lengths of time as text: <c>500ms</c>, <c>30s</c>, <c>1m</c>, <c>2h</c>, <c>1d</c>. Compiled into the generator too.</summary>
internal static class Period
{
    /// <exception cref="FormatException">The text is no length of time.</exception>
    public static TimeSpan Parse(string text) =>
        TryParse(text, out var period) ? period : throw new FormatException($"'{text}' is no period: write a number and ms, s, m, h or d, such as 1m.");

    public static bool TryParse(string? text, out TimeSpan period)
    {
        period = default;
        var number = 0;
        var digits = 0;
        while (text is not null && digits < text.Length && text[digits] is >= '0' and <= '9')
        {
            if (number > 100_000_000)
            {
                return false;
            }

            number = (number * 10) + (text[digits++] - '0');
        }

        if (text is null || number == 0)
        {
            return false;
        }

        period = text.Substring(digits) switch
        {
            "ms" => TimeSpan.FromTicks(number * TimeSpan.TicksPerMillisecond),
            "s" => TimeSpan.FromTicks(number * TimeSpan.TicksPerSecond),
            "m" => TimeSpan.FromTicks(number * TimeSpan.TicksPerMinute),
            "h" when number < 200_000_000 => TimeSpan.FromTicks(number * TimeSpan.TicksPerHour),
            "d" when number < 10_000_000 => TimeSpan.FromTicks(number * TimeSpan.TicksPerDay),
            _ => default,
        };
        return period > TimeSpan.Zero;
    }
}
