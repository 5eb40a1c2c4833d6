using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Covet.Runtime.Tests.Security;

/// <summary>Keys made for the run, and tokens written by hand so that they can be wrong.</summary>
internal static class TestTokens
{
    public const string Issuer = "https://issuer.test";
    public const string Audience = "orders";

    public static readonly byte[] Secret = RandomNumberGenerator.GetBytes(64);
    public static readonly JwtKey Hmac = JwtKey.FromSecret(Secret, JwtAlgorithm.HS256, "hmac");
    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly JwtKey RsaKey = JwtKey.FromRsa(Rsa, JwtAlgorithm.RS256, "rsa");
    public static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly JwtKey EcKey = JwtKey.FromECDsa(Ec, JwtAlgorithm.ES256, "ec");

    public static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    public static string Sign(JwtKey key, string header, string payload) => SignRaw(key, Encode(header) + "." + Encode(payload));

    public static string SignRaw(JwtKey key, string input) => input + "." + Base64Url.EncodeToString(key.Sign(Encoding.ASCII.GetBytes(input)));

    /// <summary>Claims that are valid at the clock's now; <paramref name="more"/> follows them.</summary>
    public static string Claims(TestClock clock, string more = "") =>
        $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","sub":"u1","exp":{{clock.Seconds + 60}}{{more}}}""";

    public static JwtValidationOptions Options(TestClock clock, params JwtKey[] keys)
    {
        var options = new JwtValidationOptions { Issuers = { Issuer }, Audiences = { Audience }, TimeProvider = clock };
        foreach (var key in keys)
        {
            options.Keys.Add(key);
        }

        return options;
    }
}
