namespace Covet;

/// <summary>What the arguments of a limit may be. Compiled into the generator too, which says the same at build.</summary>
internal static class LimitRules
{
    /// <summary>The largest limit that a sliding window counts.</summary>
    public const int MaxSliding = (1 << 20) - 1;

    /// <summary>The most bytes of an answer that are held back or remembered: 1 GiB.</summary>
    public const int MostHeldBytes = 1 << 30;

    private static readonly TimeSpan Shortest = TimeSpan.FromTicks(100 * TimeSpan.TicksPerMillisecond);
    private static readonly TimeSpan Longest = TimeSpan.FromTicks(31 * TimeSpan.TicksPerDay);

    /// <summary>Whether a limit can count by this.</summary>
    public static bool IsKnown(string? by) => by is "user" or "ip" or "apiKey" or "route";

    /// <summary>Why a rate limit cannot be; null where it can.</summary>
    public static string? Refuse(int limit, string? per, string? by, int algorithm, string? name)
    {
        if (limit <= 0)
        {
            return "it must let 1 request or more pass; to close an endpoint, remove it";
        }

        if (!Period.TryParse(per, out var period))
        {
            return $"'{per}' is no period: write a number and ms, s, m, h or d, such as 1m";
        }

        if (period < Shortest || period > Longest)
        {
            return $"the period '{per}' is not between 100ms and 31d";
        }

        if (!IsKnown(by))
        {
            return RefuseBy(by);
        }

        if (algorithm is < 0 or > 2)
        {
            return "there is no such algorithm";
        }

        if (name is not null && !IsName(name))
        {
            return $"the name '{name}' stands in a header, so it has letters, digits, '-' and '_' alone";
        }

        var most = algorithm switch
        {
            1 => MaxSliding,
            2 => (long)period.TotalMilliseconds * 1000,
            _ => int.MaxValue,
        };
        return limit > most ? $"the algorithm counts up to {most} requests a period; shorten the period or take the fixed window" : null;
    }

    /// <summary>Why a concurrency limit cannot be; null where it can.</summary>
    public static string? Refuse(int limit, string? by) =>
        limit <= 0 ? "it must let 1 request or more run; to close an endpoint, remove it" : IsKnown(by) ? null : RefuseBy(by);

    /// <summary>Why an answer cannot be remembered for this long; null where it can.</summary>
    public static string? RefuseLifetime(string? lifetime) =>
        !Period.TryParse(lifetime, out var period) ? $"'{lifetime}' is no period: write a number and ms, s, m, h or d, such as 1d"
        : period < TimeSpan.FromTicks(TimeSpan.TicksPerSecond) || period > TimeSpan.FromTicks(366 * TimeSpan.TicksPerDay) ? $"the lifetime '{lifetime}' is not between 1s and 366d"
        : null;

    /// <summary>Why so many bytes cannot be held; null where they can.</summary>
    public static string? RefuseBytes(int bytes) =>
        bytes < 1 || bytes > MostHeldBytes ? $"MaxBytes is {bytes}: it must be from 1 to {MostHeldBytes}" : null;

    /// <summary>Why a body cannot be limited to so many bytes; null where it can.</summary>
    public static string? RefuseBodySize(long bytes) => bytes < 0 ? $"the size is {bytes}: it must be 0 or more" : null;

    /// <summary>Why a request cannot have so many milliseconds; null where it can. -1 is ASP.NET Core's word for no end.</summary>
    public static string? RefuseTimeout(int milliseconds) =>
        milliseconds is 0 or < -1 ? $"the time is {milliseconds} ms: it must be 1 or more, or -1 for no end" : null;

    private static string RefuseBy(string? by) => $"it counts by user, ip, apiKey or route, not by '{by}'";

    private static bool IsName(string name)
    {
        foreach (var letter in name)
        {
            if (letter is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_'))
            {
                return false;
            }
        }

        return name.Length > 0;
    }
}
