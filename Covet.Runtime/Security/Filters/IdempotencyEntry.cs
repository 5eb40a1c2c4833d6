namespace Covet;

/// <summary>What is known of an idempotency key.</summary>
/// <param name="Fingerprint">The hash of the request that came first.</param>
/// <param name="Response">Its answer; null while it is being worked on.</param>
public sealed record IdempotencyEntry(string Fingerprint, IdempotentResponse? Response)
{
    /// <summary>What a store gives that has no room for another key: the request is refused with 503, and its work is not done.</summary>
    public static IdempotencyEntry Full { get; } = new("", null);
}
