namespace Covet;

/// <summary>A limit with its states: decides by key.</summary>
internal sealed class RateLimiter
{
    private readonly Func<UInt128, long, RateDecision> decide;
    private readonly long started;
    private readonly TimeProvider clock;

    private RateLimiter(Func<UInt128, long, RateDecision> decide, string policy, TimeProvider clock)
    {
        this.decide = decide;
        this.clock = clock;
        PolicyHeader = policy;
        started = clock.GetTimestamp();
    }

    /// <summary>The value of <c>RateLimit-Policy</c>.</summary>
    public string PolicyHeader { get; }

    /// <summary>Makes a limiter.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit or the period is out of range.</exception>
    public static RateLimiter Create(RateLimitAlgorithm algorithm, int limit, TimeSpan period, string name, TimeProvider clock, int maxKeys = 4_000_000)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        ArgumentOutOfRangeException.ThrowIfLessThan(period, TimeSpan.FromMilliseconds(100));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(period, TimeSpan.FromDays(31));
        var window = (long)period.TotalMilliseconds;
        var policy = $"\"{name}\";q={limit};w={Math.Max(1, window / 1000)}";
        switch (algorithm)
        {
            case RateLimitAlgorithm.FixedWindow:
                return new RateLimiter(new RateLimitTable<FixedWindowCounter>(new FixedWindowCounter(limit, window), maxKeys).Decide, policy, clock);
            case RateLimitAlgorithm.SlidingWindow:
                ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, SlidingWindowCounter.MaxLimit);
                return new RateLimiter(new RateLimitTable<SlidingWindowCounter>(new SlidingWindowCounter(limit, window), maxKeys).Decide, policy, clock);
            default:
                ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, window * 1000, nameof(limit));
                return new RateLimiter(new RateLimitTable<TokenBucketCounter>(new TokenBucketCounter(limit, window), maxKeys).Decide, policy, clock);
        }
    }

    public RateDecision Decide(UInt128 key) => decide(key, (long)clock.GetElapsedTime(started).TotalMilliseconds);
}
