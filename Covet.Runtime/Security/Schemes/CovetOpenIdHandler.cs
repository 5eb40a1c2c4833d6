using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>
/// The code flow with an <c>id_token</c> that is checked before anything is believed of it (OpenID Connect Core 1.0, section
/// 3.1.3.7): signature, issuer, audience, authorized party, lifetime, nonce, and the hash of the access token.
/// </summary>
internal sealed partial class CovetOpenIdHandler(IOptionsMonitor<CovetOpenIdOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : OAuthHandler<CovetOpenIdOptions>(options, logger, encoder)
{
    private const string NonceKey = ".nonce";

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        // In the sealed state, so that the provider's answer can be held against it.
        var nonce = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
        properties.Items[NonceKey] = nonce;
        return QueryHelpers.AddQueryString(base.BuildChallengeUrl(properties, redirectUri), "nonce", nonce);
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(ClaimsIdentity identity, AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        var claims = await CheckAsync(properties, tokens);
        identity.AddClaims(claims.Claims.Where(claim => claim.Type is not ("nonce" or "at_hash" or "azp")));
        properties.Items.Remove(NonceKey);
        return await base.CreateTicketAsync(identity, properties, tokens);
    }

    private async Task<ClaimsIdentity> CheckAsync(AuthenticationProperties properties, OAuthTokenResponse tokens)
    {
        if (tokens.Response?.RootElement.TryGetProperty("id_token", out var element) != true || element.GetString() is not { } token)
        {
            throw Refuse("none came");
        }

        var result = await Options.Validator.ValidateAsync(token, Scheme.Name, Context.RequestAborted);
        if (result.Identity is not { } claims)
        {
            throw Refuse(result.Error.ToString());
        }

        if (string.IsNullOrEmpty(claims.FindFirst("sub")?.Value))
        {
            throw Refuse("no subject");
        }

        if (!properties.Items.TryGetValue(NonceKey, out var nonce) || nonce is null || !IsSame(claims.FindFirst("nonce")?.Value, nonce))
        {
            throw Refuse("nonce");
        }

        var party = claims.FindFirst("azp")?.Value;
        if (party is null ? claims.FindAll("aud").Take(2).Count() > 1 : party != Options.ClientId)
        {
            throw Refuse("authorized party");
        }

        if (claims.FindFirst("at_hash")?.Value is { } hash && !IsSame(hash, HalfHash(token, tokens.AccessToken ?? "")))
        {
            throw Refuse("hash of the access token");
        }

        return claims;
    }

    // The left half of the hash that the signature's algorithm has.
    private static string HalfHash(string token, string accessToken)
    {
        var bytes = Encoding.ASCII.GetBytes(accessToken);
        using var header = System.Text.Json.JsonDocument.Parse(Base64Url.DecodeFromChars(token.AsSpan(0, token.IndexOf('.', StringComparison.Ordinal))));
        var algorithm = header.RootElement.GetProperty("alg").GetString()!;
        var hash = algorithm.EndsWith("512", StringComparison.Ordinal) ? SHA512.HashData(bytes)
            : algorithm.EndsWith("384", StringComparison.Ordinal) ? SHA384.HashData(bytes)
            : SHA256.HashData(bytes);
        return Base64Url.EncodeToString(hash.AsSpan(0, hash.Length / 2));
    }

    private static bool IsSame(string? left, string right) =>
        left is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(left), Encoding.UTF8.GetBytes(right));

    // The reason is for the log alone: the caller gets the scheme's one answer.
    private AuthenticationFailureException Refuse(string reason)
    {
        LogRefused(Logger, Scheme.Name, reason);
        return new AuthenticationFailureException("The id_token was refused.");
    }

    [LoggerMessage(1, LogLevel.Warning, "Scheme {Scheme} refused an id_token: {Reason}.")]
    private static partial void LogRefused(ILogger logger, string scheme, string reason);
}
