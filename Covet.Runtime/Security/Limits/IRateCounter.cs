namespace Covet;

/// <summary>An algorithm over one 64-bit state a key; 0 is the state of a key not seen before.</summary>
internal interface IRateCounter
{
    /// <summary>Counts a request at a time in milliseconds.</summary>
    RateDecision Count(ref long state, long now);

    /// <summary>Whether a state means no more than a key not seen before.</summary>
    bool IsExpired(long state, long now);
}
