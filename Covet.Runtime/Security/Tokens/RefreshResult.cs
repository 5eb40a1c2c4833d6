namespace Covet;

/// <summary>The outcome of using a refresh token.</summary>
/// <param name="Status">What happened.</param>
/// <param name="Subject">Who logged in; null where no token is known.</param>
/// <param name="Token">The token that replaces the used one; null unless it was rotated.</param>
/// <param name="ExpiresAt">When the new token expires.</param>
public sealed record RefreshResult(RefreshStatus Status, string? Subject = null, string? Token = null, DateTimeOffset? ExpiresAt = null);
