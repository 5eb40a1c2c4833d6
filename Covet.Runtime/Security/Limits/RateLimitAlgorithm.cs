namespace Covet;

/// <summary>How requests are counted.</summary>
public enum RateLimitAlgorithm
{
    /// <summary>So many in each window; twice as many may pass around the end of one. The cheapest.</summary>
    FixedWindow,

    /// <summary>So many in any stretch of a window's length, the last window counting by how much of it is still in reach.</summary>
    SlidingWindow,

    /// <summary>A bucket of so many tokens that refills evenly over the period: bursts up to the limit, then a steady rate (GCRA).</summary>
    TokenBucket,
}
