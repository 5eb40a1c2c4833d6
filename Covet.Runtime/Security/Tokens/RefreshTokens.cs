using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Covet;

/// <summary>
/// Issues refresh tokens that can be used once (RFC 9700 section 4.14.2): each use gives a new token, and a second use of
/// one ends the whole login, because one of the two users is a thief.
/// </summary>
/// <example>
/// <code>
/// var refresh = await refreshTokens.IssueAsync(user.Id, cancellationToken);     // at login
/// var result = await refreshTokens.RotateAsync(body.RefreshToken, cancellationToken);
/// return result.Status == RefreshStatus.Rotated ? Tokens(issuer.Issue(result.Subject!), result.Token!) : Refuse();
/// </code>
/// </example>
public sealed class RefreshTokens(IRefreshTokenStore store, RefreshTokenOptions options)
{
    private const int MaxTokenLength = 64;

    private readonly RefreshTokenOptions options = OptionRange.CheckPresent(options, nameof(RefreshTokens), nameof(options)).Checked();

    /// <summary>Issues the first token of a login.</summary>
    /// <param name="subject">Who logged in.</param>
    /// <param name="cancellationToken">Ends waiting for the store.</param>
    public async ValueTask<string> IssueAsync(string subject, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subject);
        var family = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16));
        var now = options.TimeProvider.GetUtcNow();
        return (await AddAsync(family, subject, now, now + options.AbsoluteLifetime, cancellationToken)).Token;
    }

    /// <summary>Uses a token: gives the next one, or says why not.</summary>
    /// <param name="token">The token that the caller sent.</param>
    /// <param name="cancellationToken">Ends waiting for the store.</param>
    public async ValueTask<RefreshResult> RotateAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length > MaxTokenLength)
        {
            return new RefreshResult(RefreshStatus.Unknown);
        }

        var record = await store.FindAsync(Hash(token), cancellationToken);
        if (record is null)
        {
            return new RefreshResult(RefreshStatus.Unknown);
        }

        var now = options.TimeProvider.GetUtcNow();
        if (record.ConsumedAt is not null)
        {
            return await ReusedAsync(record, cancellationToken);
        }

        if (now >= record.ExpiresAt || now >= record.FamilyExpiresAt)
        {
            return new RefreshResult(RefreshStatus.Expired, record.Subject);
        }

        // Not to be cancelled from here on: a token that is used up without another one is a login lost.
        if (!await store.TryConsumeAsync(record.Hash, now, CancellationToken.None))
        {
            return await ReusedAsync(record, cancellationToken);
        }

        var (next, expires) = await AddAsync(record.FamilyId, record.Subject, now, record.FamilyExpiresAt, CancellationToken.None);
        return new RefreshResult(RefreshStatus.Rotated, record.Subject, next, expires);
    }

    /// <summary>Ends the login of a token: the user logs out.</summary>
    /// <param name="token">The token that the caller sent.</param>
    /// <param name="cancellationToken">Ends waiting for the store.</param>
    public async ValueTask RevokeAsync(string token, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(token);
        if (token.Length <= MaxTokenLength && await store.FindAsync(Hash(token), cancellationToken) is { } record)
        {
            await store.RevokeFamilyAsync(record.FamilyId, cancellationToken);
        }
    }

    /// <summary>Ends all logins of a user, for example after a change of password.</summary>
    /// <param name="subject">The user.</param>
    /// <param name="cancellationToken">Ends waiting for the store.</param>
    public ValueTask RevokeSubjectAsync(string subject, CancellationToken cancellationToken = default) =>
        store.RevokeSubjectAsync(subject, cancellationToken);

    // The store is asked by hash, so how long a comparison takes says nothing about a token.
    private static string Hash(string token) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    private async ValueTask<RefreshResult> ReusedAsync(RefreshTokenRecord record, CancellationToken cancellationToken)
    {
        // A thief who hangs up must not keep the login alive.
        await store.RevokeFamilyAsync(record.FamilyId, CancellationToken.None);
        return new RefreshResult(RefreshStatus.Reused, record.Subject);
    }

    private async ValueTask<(string Token, DateTimeOffset Expires)> AddAsync(
        string family,
        string subject,
        DateTimeOffset now,
        DateTimeOffset familyExpires,
        CancellationToken cancellationToken)
    {
        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        var expires = now + options.Lifetime;
        expires = expires < familyExpires ? expires : familyExpires;
        await store.AddAsync(new RefreshTokenRecord(Hash(token), family, subject, expires, familyExpires), cancellationToken);
        return (token, expires);
    }
}
