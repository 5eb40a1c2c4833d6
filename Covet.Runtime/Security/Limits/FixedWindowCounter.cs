namespace Covet;

/// <summary>The upper half of the state is the window's number, the lower its count.</summary>
internal readonly struct FixedWindowCounter(int limit, long window) : IRateCounter
{
    public RateDecision Count(ref long state, long now)
    {
        // The first window is number 1, so that no state in use is 0.
        var number = (uint)((now / window) + 1);
        var count = (uint)(state >> 32) == number ? (uint)state : 0;
        var reset = window - (now % window);
        if (count >= (uint)limit)
        {
            return new RateDecision(false, 0, reset, reset);
        }

        count++;
        state = ((long)number << 32) | count;
        return new RateDecision(true, limit - count, reset, 0);
    }

    public bool IsExpired(long state, long now) => (uint)(state >> 32) != (uint)((now / window) + 1);
}
