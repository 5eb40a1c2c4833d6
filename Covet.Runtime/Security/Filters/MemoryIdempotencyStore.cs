namespace Covet;

/// <summary>
/// Remembers answers in the process: for one instance, and until it ends. It never forgets a key before its time, as the work
/// would be done twice; where it is full, other keys are refused with 503 until some have aged.
/// </summary>
/// <param name="timeProvider">The clock; the system's by default.</param>
public sealed class MemoryIdempotencyStore(TimeProvider? timeProvider = null) : IIdempotencyStore
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock = timeProvider ?? TimeProvider.System;
    private readonly Dictionary<string, (IdempotencyEntry Entry, DateTimeOffset Until)> entries = new(StringComparer.Ordinal);
    private int maxKeys = 100_000;
    private long maxBytes = 256L * 1024 * 1024;
    private int sweepAt = 1024;
    private long bytes;
    private DateTimeOffset nextExpiry = DateTimeOffset.MinValue;

    /// <summary>How many keys are remembered at most: 1 to 100,000,000; 100,000 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is none of these.</exception>
    public int MaxKeys
    {
        get => maxKeys;
        init => maxKeys = OptionRange.Check(value, 1, 100_000_000, nameof(MemoryIdempotencyStore));
    }

    /// <summary>How many bytes of answers are remembered, about: 1 byte to 1 TiB; 256 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is none of these.</exception>
    public long MaxBytes
    {
        get => maxBytes;
        init => maxBytes = OptionRange.Check(value, 1, 1L << 40, nameof(MemoryIdempotencyStore));
    }

    /// <inheritdoc/>
    public ValueTask<IdempotencyEntry?> TryBeginAsync(string key, string fingerprint, TimeSpan lifetime, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        lock (gate)
        {
            // Work that takes longer than its key's lifetime keeps the key: it will end, and its answer must not come to stand under another's request.
            if (entries.TryGetValue(key, out var known) && (known.Until > now || known.Entry.Response is null))
            {
                return ValueTask.FromResult<IdempotencyEntry?>(known.Entry);
            }

            Sweep(now);
            if (known.Entry is null && (entries.Count >= MaxKeys || bytes >= MaxBytes))
            {
                return ValueTask.FromResult<IdempotencyEntry?>(IdempotencyEntry.Full);
            }

            Remove(key);
            var until = now + lifetime;
            nextExpiry = until < nextExpiry ? until : nextExpiry;
            entries[key] = (new IdempotencyEntry(fingerprint, null), until);
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
                nextExpiry = known.Until < nextExpiry ? known.Until : nextExpiry;
                bytes += Size(response) - Size(known.Entry.Response);
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask AbandonAsync(string key, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Remove(key);
        }

        return default;
    }

    private static long Size(IdempotentResponse? response) =>
        response is null ? 0 : response.Body.Length + response.Headers.Sum(static header => 2L * (header.Key.Length + header.Value.Length));

    private void Remove(string key)
    {
        if (entries.Remove(key, out var removed))
        {
            bytes -= Size(removed.Entry.Response);
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        // A full store looks for aged keys with each new one, but no more often than it has a chance to find some.
        if (entries.Count < sweepAt && !((entries.Count >= MaxKeys || bytes >= MaxBytes) && now >= nextExpiry))
        {
            return;
        }

        nextExpiry = DateTimeOffset.MaxValue;
        foreach (var (key, (entry, until)) in entries)
        {
            if (until <= now)
            {
                if (entry.Response is null)
                {
                    continue;
                }

                // Removing while walking is allowed for dictionaries.
                Remove(key);
            }
            else
            {
                nextExpiry = until < nextExpiry ? until : nextExpiry;
            }
        }

        sweepAt = Math.Max(1024, entries.Count * 2);
    }
}
