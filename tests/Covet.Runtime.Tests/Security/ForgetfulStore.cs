namespace Covet.Runtime.Tests.Security;

/// <summary>A store that takes keys and loses its connection before it has an answer.</summary>
internal sealed class ForgetfulStore : IIdempotencyStore
{
    private readonly MemoryIdempotencyStore keys = new();

    public ValueTask<IdempotencyEntry?> TryBeginAsync(string key, string fingerprint, TimeSpan lifetime, CancellationToken cancellationToken) =>
        ((IIdempotencyStore)keys).TryBeginAsync(key, fingerprint, lifetime, cancellationToken);

    public ValueTask CompleteAsync(string key, IdempotentResponse response, CancellationToken cancellationToken) =>
        throw new IOException("The store hung up.");

    public ValueTask AbandonAsync(string key, CancellationToken cancellationToken) =>
        ((IIdempotencyStore)keys).AbandonAsync(key, cancellationToken);
}
