namespace Covet;

/// <summary>
/// Keeps refresh tokens. Consumed tokens must be kept until their family ends: that is how a stolen token is noticed.
/// </summary>
public interface IRefreshTokenStore
{
    /// <summary>Adds a token.</summary>
    ValueTask AddAsync(RefreshTokenRecord record, CancellationToken cancellationToken);

    /// <summary>Finds a token by its hash; null where there is none or its family was revoked.</summary>
    ValueTask<RefreshTokenRecord?> FindAsync(string hash, CancellationToken cancellationToken);

    /// <summary>
    /// Marks a token as used. Must be atomic: of two calls for one token exactly one returns true, for example
    /// <c>UPDATE ... SET consumed_at = @at WHERE hash = @hash AND consumed_at IS NULL</c>.
    /// </summary>
    ValueTask<bool> TryConsumeAsync(string hash, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>Forgets all tokens of a login, and refuses ones added to it later.</summary>
    ValueTask RevokeFamilyAsync(string familyId, CancellationToken cancellationToken);

    /// <summary>Forgets all tokens of a user.</summary>
    ValueTask RevokeSubjectAsync(string subject, CancellationToken cancellationToken);
}
