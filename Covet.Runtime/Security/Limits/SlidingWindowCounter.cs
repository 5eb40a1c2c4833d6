namespace Covet;

/// <summary>24 bits of the state are the window's number, 20 the count of the window before, 20 that of this one.</summary>
internal readonly struct SlidingWindowCounter(int limit, long window) : IRateCounter
{
    /// <summary>The largest limit that the state holds.</summary>
    public const int MaxLimit = LimitRules.MaxSliding;

    private const int NumberMask = (1 << 24) - 1;

    public RateDecision Count(ref long state, long now)
    {
        var number = (int)(((now / window) + 1) & NumberMask);
        var (previous, current) = Counts(state, number);
        var into = now % window;

        // The part of the window before that the last window-length still reaches, by its even share.
        var weighted = previous * (window - into) / window;
        var reset = current > 0 ? (2 * window) - into : window - into;
        if (weighted + current >= limit)
        {
            return new RateDecision(false, 0, reset, Wait(previous, current, into));
        }

        current++;
        state = ((long)number << 40) | (previous << 20) | current;
        return new RateDecision(true, limit - weighted - current, (2 * window) - into, 0);
    }

    public bool IsExpired(long state, long now)
    {
        var (previous, current) = Counts(state, (int)(((now / window) + 1) & NumberMask));
        return previous == 0 && current == 0;
    }

    private static (long Previous, long Current) Counts(long state, int number)
    {
        var age = (number - (int)(state >> 40)) & NumberMask;
        return state == 0 ? (0, 0) : age switch
        {
            0 => ((state >> 20) & MaxLimit, state & MaxLimit),
            1 => (state & MaxLimit, 0),
            _ => (0, 0),
        };
    }

    // When one more fits: in this window as the one before fades, or in the next as this one does.
    private long Wait(long previous, long current, long into)
    {
        if (current < limit)
        {
            // previous * (window - t) / window < limit - current
            var reached = window - (((limit - current) * window) / Math.Max(previous, 1)) + 1;
            return Math.Max(1, Math.Min(reached, window) - into);
        }

        return window - into + 1;
    }
}
