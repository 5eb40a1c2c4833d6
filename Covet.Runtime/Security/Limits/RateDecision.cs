namespace Covet;

/// <summary>What a limiter says of one request.</summary>
/// <param name="Allowed">Whether it may pass.</param>
/// <param name="Remaining">How many more may pass now.</param>
/// <param name="ResetMilliseconds">When the quota is whole again, from now.</param>
/// <param name="RetryMilliseconds">When a refused one may try again, from now.</param>
internal readonly record struct RateDecision(bool Allowed, long Remaining, long ResetMilliseconds, long RetryMilliseconds);
