namespace Covet;

/// <summary>What is known of an idempotency key.</summary>
/// <param name="Fingerprint">The hash of the request that came first.</param>
/// <param name="Response">Its answer; null while it is being worked on.</param>
public sealed record IdempotencyEntry(string Fingerprint, IdempotentResponse? Response);
