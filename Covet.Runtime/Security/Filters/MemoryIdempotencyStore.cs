namespace Covet;

/// <summary>Remembers answers in the process: for one instance, and until it ends.</summary>
/// <param name="timeProvider">The clock; the system's by default.</param>
public sealed class MemoryIdempotencyStore(TimeProvider? timeProvider = null) : IIdempotencyStore
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock = timeProvider ?? TimeProvider.System;
    private readonly Dictionary<string, (IdempotencyEntry Entry, DateTimeOffset Until)> entries = new(StringComparer.Ordinal);
    private int sweepAt = 1024;

    /// <inheritdoc/>
    public ValueTask<IdempotencyEntry?> TryBeginAsync(string key, string fingerprint, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            if (entries.TryGetValue(key, out var known) && known.Until > now)
            {
                return ValueTask.FromResult<IdempotencyEntry?>(known.Entry);
            }

            Sweep(now);
            entries[key] = (new IdempotencyEntry(fingerprint, null), now + lifetime);
            return ValueTask.FromResult<IdempotencyEntry?>(null);
        }
    }

    /// <inheritdoc/>
    public ValueTask CompleteAsync(string key, IdempotentResponse response, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (entries.TryGetValue(key, out var known))
            {
                entries[key] = (known.Entry with { Response = response }, known.Until);
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask AbandonAsync(string key, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            entries.Remove(key);
        }

        return default;
    }

    private void Sweep(DateTimeOffset now)
    {
        if (entries.Count < sweepAt)
        {
            return;
        }

        foreach (var (key, (_, until)) in entries)
        {
            if (until <= now)
            {
                // Removing while walking is allowed for dictionaries.
                entries.Remove(key);
            }
        }

        sweepAt = Math.Max(1024, entries.Count * 2);
    }
}
