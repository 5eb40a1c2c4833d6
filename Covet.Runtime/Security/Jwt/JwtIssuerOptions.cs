namespace Covet;

/// <summary>How an application issues tokens.</summary>
public sealed class JwtIssuerOptions
{
    /// <summary>The <c>iss</c> of every token.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>The <c>aud</c> of every token.</summary>
    public string Audience { get; set; } = "";

    /// <summary>The key that signs; it holds the secret part.</summary>
    public JwtKey? Key { get; set; }

    /// <summary>How long a token is valid: 1 second to 10 years; 15 minutes by default. Short lives are what makes refresh tokens worth having.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The <c>typ</c> of every token; <c>at+jwt</c> (RFC 9068) by default.</summary>
    public string Type { get; set; } = "at+jwt";

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Fails where no token could be issued by these.</summary>
    internal void Check()
    {
        OptionRange.CheckPresent(TimeProvider, nameof(JwtIssuerOptions), nameof(TimeProvider));
        OptionRange.CheckText(Type, nameof(JwtIssuerOptions), nameof(Type));
        CheckLifetime(Lifetime);
        if (string.IsNullOrEmpty(Issuer) || string.IsNullOrEmpty(Audience))
        {
            throw new InvalidOperationException("Tokens name their issuer and their audience: JwtIssuerOptions.Issuer and Audience.");
        }

        if (Key is not { CanSign: true })
        {
            throw new InvalidOperationException("Signing needs a key with its secret part: JwtIssuerOptions.Key.");
        }
    }

    /// <summary>Fails where no token could live so long.</summary>
    internal static void CheckLifetime(TimeSpan lifetime) =>
        OptionRange.Check(lifetime, TimeSpan.FromSeconds(1), OptionRange.TenYears, nameof(JwtIssuerOptions), nameof(Lifetime));
}
