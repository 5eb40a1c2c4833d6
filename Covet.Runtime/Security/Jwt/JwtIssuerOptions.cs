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

    /// <summary>How long a token is valid; 15 minutes by default. Short lives are what makes refresh tokens worth having.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>The <c>typ</c> of every token; <c>at+jwt</c> (RFC 9068) by default.</summary>
    public string Type { get; set; } = "at+jwt";

    /// <summary>The clock; the system's by default.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;
}
