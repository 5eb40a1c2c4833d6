namespace Covet;

/// <summary>
/// The generic cell rate algorithm: the state is the time, in microseconds, at which the bucket is full again.
/// </summary>
internal readonly struct TokenBucketCounter(int limit, long window) : IRateCounter
{
    public RateDecision Count(ref long state, long now)
    {
        var time = now * 1000;
        var interval = window * 1000 / limit;
        var full = Math.Max(state, time) + interval;
        var room = time + (interval * limit);
        if (full > room)
        {
            return new RateDecision(false, 0, Milliseconds(state - time), Milliseconds(full - room));
        }

        state = full;
        return new RateDecision(true, (room - full) / interval, Milliseconds(full - time), 0);
    }

    public bool IsExpired(long state, long now) => state <= now * 1000;

    private static long Milliseconds(long microseconds) => (microseconds + 999) / 1000;
}
