namespace Covet;

/// <summary>Keeps refresh tokens in the process: for one instance, and until it ends. Use a database for more.</summary>
/// <param name="timeProvider">The clock; the system's by default.</param>
public sealed class MemoryRefreshTokenStore(TimeProvider? timeProvider = null) : IRefreshTokenStore
{
    private readonly Lock gate = new();
    private readonly TimeProvider clock = timeProvider ?? TimeProvider.System;
    private readonly Dictionary<string, RefreshTokenRecord> tokens = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTimeOffset> revokedFamilies = new(StringComparer.Ordinal);
    private int sweepAt = 1024;

    /// <inheritdoc/>
    public ValueTask AddAsync(RefreshTokenRecord record, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(record);
        lock (gate)
        {
            Sweep();
            if (!revokedFamilies.ContainsKey(record.FamilyId))
            {
                tokens[record.Hash] = record;
            }
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask<RefreshTokenRecord?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            return ValueTask.FromResult(tokens.GetValueOrDefault(hash));
        }
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryConsumeAsync(string hash, DateTimeOffset at, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (!tokens.TryGetValue(hash, out var record) || record.ConsumedAt is not null)
            {
                return ValueTask.FromResult(false);
            }

            tokens[hash] = record with { ConsumedAt = at };
            return ValueTask.FromResult(true);
        }
    }

    /// <inheritdoc/>
    public ValueTask RevokeFamilyAsync(string familyId, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Remove(r => r.FamilyId == familyId);
        }

        return default;
    }

    /// <inheritdoc/>
    public ValueTask RevokeSubjectAsync(string subject, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Remove(r => r.Subject == subject);
        }

        return default;
    }

    private void Remove(Func<RefreshTokenRecord, bool> which)
    {
        foreach (var record in tokens.Values.Where(which).ToList())
        {
            tokens.Remove(record.Hash);
            revokedFamilies[record.FamilyId] = record.FamilyExpiresAt;
        }
    }

    private void Sweep()
    {
        if (tokens.Count + revokedFamilies.Count < sweepAt)
        {
            return;
        }

        var now = clock.GetUtcNow();
        foreach (var record in tokens.Values.Where(r => r.FamilyExpiresAt < now).ToList())
        {
            tokens.Remove(record.Hash);
        }

        foreach (var family in revokedFamilies.Where(f => f.Value < now).ToList())
        {
            revokedFamilies.Remove(family.Key);
        }

        sweepAt = Math.Max(1024, (tokens.Count + revokedFamilies.Count) * 2);
    }
}
