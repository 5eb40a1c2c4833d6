using System.Security.Claims;

namespace Covet;

/// <summary>The outcome of a validation.</summary>
public readonly struct JwtValidationResult
{
    internal JwtValidationResult(JwtError error) => Error = error;

    internal JwtValidationResult(ClaimsIdentity identity, DateTimeOffset? expires)
    {
        Identity = identity;
        Expires = expires;
    }

    /// <summary>The token's claims; null where it was refused.</summary>
    public ClaimsIdentity? Identity { get; }

    /// <summary>Why it was refused; for logs, never for the caller.</summary>
    public JwtError Error { get; }

    /// <summary>When it expires.</summary>
    public DateTimeOffset? Expires { get; }

    /// <summary>Whether the token is valid.</summary>
    public bool IsValid => Identity is not null;
}
