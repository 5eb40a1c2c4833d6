namespace Covet;

/// <summary>What a store keeps of a refresh token: never the token itself, only its hash.</summary>
/// <param name="Hash">The SHA-256 of the token, as base64url; unique.</param>
/// <param name="FamilyId">The login that the token descends from.</param>
/// <param name="Subject">Who logged in.</param>
/// <param name="ExpiresAt">When this token expires.</param>
/// <param name="FamilyExpiresAt">When the login ends, however often it is refreshed.</param>
/// <param name="ConsumedAt">When it was used; null while it was not.</param>
public sealed record RefreshTokenRecord(
    string Hash,
    string FamilyId,
    string Subject,
    DateTimeOffset ExpiresAt,
    DateTimeOffset FamilyExpiresAt,
    DateTimeOffset? ConsumedAt = null);
