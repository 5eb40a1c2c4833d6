using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Covet;

/// <summary>Options of the JWT bearer scheme.</summary>
/// <example>
/// <code>
/// builder.Services.AddCovetAuthentication().AddCovetJwtBearer(o =>
/// {
///     o.Authority = "https://login.example";
///     o.Audience = "orders";
/// });
/// </code>
/// </example>
public sealed class CovetJwtBearerOptions : AuthenticationSchemeOptions
{
    /// <summary>What a token must be.</summary>
    public JwtValidationOptions Validation { get; } = new();

    /// <summary>The issuer's address, whose keys are discovered; see <see cref="JwtValidationOptions.Authority"/>.</summary>
    public string? Authority
    {
        get => Validation.Authority;
        set => Validation.Authority = value;
    }

    /// <summary>The accepted issuer; setting it replaces those of <see cref="JwtValidationOptions.Issuers"/>.</summary>
    public string? Issuer
    {
        get => Validation.Issuers.FirstOrDefault();
        set => Replace(Validation.Issuers, value);
    }

    /// <summary>The accepted audience; setting it replaces those of <see cref="JwtValidationOptions.Audiences"/>.</summary>
    public string? Audience
    {
        get => Validation.Audiences.FirstOrDefault();
        set => Replace(Validation.Audiences, value);
    }

    /// <summary>The keys that are known from the start.</summary>
    public IList<JwtKey> Keys => Validation.Keys;

    /// <summary>The word before the token in the <c>Authorization</c> header; <c>Bearer</c> (RFC 6750) by default.</summary>
    public string HeaderScheme { get; set; } = "Bearer";

    /// <summary>The realm that a challenge names, or null.</summary>
    public string? Realm { get; set; }

    /// <summary>
    /// Finds the token where the header has none, for example in the query of a WebSocket request. Tokens in addresses end
    /// up in logs: allow it for the paths that need it only.
    /// </summary>
    public Func<HttpRequest, string?>? TokenRetriever { get; set; }

    /// <summary>A last word on a valid token, for example a look at a revocation list; false refuses it.</summary>
    public Func<HttpContext, ClaimsPrincipal, ValueTask<bool>>? OnValidated { get; set; }

    /// <summary>Whether the token is kept, so that <c>GetTokenAsync("access_token")</c> finds it; false by default.</summary>
    public bool SaveToken { get; set; }

    internal JwtValidator? Validator { get; set; }

    /// <inheritdoc/>
    public override void Validate()
    {
        base.Validate();
        if (string.IsNullOrEmpty(HeaderScheme) || HeaderScheme.AsSpan().ContainsAny(' ', ',', '"'))
        {
            throw new InvalidOperationException("HeaderScheme is one word.");
        }

        OptionRange.CheckHeader(HeaderScheme, nameof(CovetJwtBearerOptions), nameof(HeaderScheme));
        OptionRange.CheckHeader(Realm, nameof(CovetJwtBearerOptions), nameof(Realm));
        Validation.Validate();
    }

    private static void Replace(IList<string> list, string? value)
    {
        list.Clear();
        if (value is not null)
        {
            list.Add(value);
        }
    }
}
