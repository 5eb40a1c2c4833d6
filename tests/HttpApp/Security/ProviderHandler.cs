using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace HttpApp;

/// <summary>An OpenID Connect provider without a network. The code says what its id_token is like: <c>good.NONCE</c>.</summary>
internal sealed class ProviderHandler : HttpMessageHandler
{
    public const string Issuer = "https://provider.test";

    private const string AccessToken = "t0ken";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var form = await request.Content!.ReadAsStringAsync(cancellationToken);
        var code = form.Split('&').Single(pair => pair.StartsWith("code=", StringComparison.Ordinal))["code=".Length..].Split('.');
        var token = code[0] == "missing" ? "" : $",\"id_token\":\"{IdToken(code[0], code[1])}\"";
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($$"""{"access_token":"{{AccessToken}}","token_type":"Bearer"{{token}}}""", Encoding.UTF8, "application/json"),
        };
    }

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
