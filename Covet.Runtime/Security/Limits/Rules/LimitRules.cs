namespace Covet;

/// <summary>What the arguments of a limit may be. Compiled into the generator too, which says the same at build.</summary>
internal static class LimitRules
{
    /// <summary>The largest limit that a sliding window counts.</summary>
    public const int MaxSliding = (1 << 20) - 1;

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
