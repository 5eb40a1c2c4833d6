using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace HttpApp;

/// <summary>The provider at which users log in: it gives codes, and redeems each once for the client that can prove it (RFC 6749, RFC 7636).</summary>
internal static class AuthorizationServer
{
    public const string ClientId = "client";
    public const string ClientSecret = "s3cret-of-the-client";

    private static readonly ConcurrentDictionary<string, Grant> Grants = new();
    private static int asked;

    /// <summary>How often a code was brought.</summary>
    public static int Asked => Volatile.Read(ref asked);

    /// <summary>What the authorization endpoint does once the user has agreed: the code, or null where the request is none.</summary>
    public static string? Authorize(IQueryCollection query, string kind)
    {
        if (query["response_type"] != "code" || query["client_id"] != ClientId || query["code_challenge_method"] != "S256" || query["code_challenge"].ToString().Length != 43)
        {
            return null;
        }

        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        Grants[code] = new Grant(kind, query["redirect_uri"].ToString(), query["code_challenge"].ToString(), query["nonce"].ToString());
        return code;
    }

    /// <summary>What the token endpoint does; null where the code is refused.</summary>
    public static Grant? Redeem(Dictionary<string, string> form)
    {
        Interlocked.Increment(ref asked);
        return form.GetValueOrDefault("grant_type") == "authorization_code"
            && form.GetValueOrDefault("client_id") == ClientId
            && form.GetValueOrDefault("client_secret") == ClientSecret
            && Grants.TryRemove(form.GetValueOrDefault("code") ?? "", out var grant)
            && form.GetValueOrDefault("redirect_uri") == grant.RedirectUri
            && form.GetValueOrDefault("code_verifier") is { Length: >= 43 and <= 128 } verifier
            && verifier.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~')
            && Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == grant.Challenge
            ? grant
            : null;
    }

    public sealed record Grant(string Kind, string RedirectUri, string Challenge, string Nonce);
}
