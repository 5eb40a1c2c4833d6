using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace HttpApp;

/// <summary>The token and user endpoints of a provider, without a network. What its id_token is like was said when its code was given.</summary>
internal sealed class ProviderHandler : HttpMessageHandler
{
    public const string Issuer = "https://provider.test";

    private const string AccessToken = "t0ken";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri!.AbsolutePath == "/user")
        {
            var known = request.Headers.Authorization is { Scheme: "Bearer", Parameter: AccessToken };
            return Json(known ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, known ? """{"id":"grace","login":"Grace"}""" : "{}");
        }

        var form = (await request.Content!.ReadAsStringAsync(cancellationToken)).Split('&').Select(static pair => pair.Split('='))
            .ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1].Replace('+', ' ')), StringComparer.Ordinal);
        if (AuthorizationServer.Redeem(form) is not { } grant)
        {
            return Json(HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""");
        }

        var token = grant.Kind == "missing" ? "" : $",\"id_token\":\"{IdToken(grant.Kind, grant.Nonce)}\"";
        return Json(HttpStatusCode.OK, $$"""{"access_token":"{{AccessToken}}","token_type":"Bearer"{{token}}}""");
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string text) =>
        new(status) { Content = new StringContent(text, Encoding.UTF8, "application/json") };

    private static string IdToken(string kind, string nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var hash = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(kind == "other-access-token" ? "other" : AccessToken)).AsSpan(0, 16));
        var claims = new[]
        {
            $"\"iss\":\"{(kind == "other-issuer" ? "https://evil.test" : Issuer)}\"",
            kind is "two-audiences" or "two-audiences-and-party" ? "\"aud\":[\"client\",\"other\"]" : $"\"aud\":\"{(kind == "other-audience" ? "other" : "client")}\"",
            $"\"exp\":{(kind == "expired" ? now - 1 : now + 300)}",
            $"\"iat\":{now}",
            kind == "no-nonce" ? "\"a\":1" : $"\"nonce\":\"{(kind == "other-nonce" ? "n" : nonce)}\"",
            kind == "nobody" ? "\"b\":1" : "\"sub\":\"grace\"",
            kind == "other-party" ? "\"azp\":\"other\"" : kind == "two-audiences-and-party" ? "\"azp\":\"client\"" : "\"c\":1",
            $"\"at_hash\":\"{hash}\"",
        };
        var header = kind switch
        {
            "unsigned" => """{"alg":"none"}""",
            "access-token" => """{"alg":"ES256","typ":"at+jwt"}""",
            _ => """{"alg":"ES256"}""",
        };
        var data = Encode(header) + "." + Encode("{" + string.Join(",", claims) + "}");
        var signature = kind == "unsigned" ? [] : SecurityKeys.Ec.SignData(Encoding.ASCII.GetBytes(kind == "other-signature" ? data + "x" : data), HashAlgorithmName.SHA256);
        return data + "." + Base64Url.EncodeToString(signature);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
