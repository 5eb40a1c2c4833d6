namespace Covet;

/// <summary>Remembers answers by idempotency key. Share one between instances where requests may reach any of them.</summary>
public interface IIdempotencyStore
{
    /// <summary>
    /// Claims a key. Must be atomic: of two calls for one key exactly one is given null, and does the work.
    /// </summary>
    /// <param name="key">The key, already bound to the caller and the endpoint.</param>
    /// <param name="fingerprint">The hash of the request.</param>
    /// <param name="lifetime">How long the key is remembered.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    /// <returns>
    /// Null where the key is now the caller's; otherwise what is known of it, or <see cref="IdempotencyEntry.Full"/> where there is no
    /// room for another key.
    /// </returns>
    ValueTask<IdempotencyEntry?> TryBeginAsync(string key, string fingerprint, TimeSpan lifetime, CancellationToken cancellationToken);

    /// <summary>Stores the answer of a key that was claimed. Where it throws, the work is done all the same, and the key stays taken for its lifetime.</summary>
    ValueTask CompleteAsync(string key, IdempotentResponse response, CancellationToken cancellationToken);

    /// <summary>Frees a key whose work failed, so that a retry does it.</summary>
    ValueTask AbandonAsync(string key, CancellationToken cancellationToken);
}
