using System.Security.Cryptography;

namespace HttpApp;

/// <summary>The keys of this run, which the tests are told so that they can forge and sign.</summary>
internal static class SecurityKeys
{
    public const string Issuer = "https://issuer.test";
    public const string Audience = "orders";

    public static readonly byte[] Secret = RandomNumberGenerator.GetBytes(64);
    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa Ec384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
    public static readonly ECDsa Ec521 = ECDsa.Create(ECCurve.NamedCurves.nistP521);
    public static readonly Lazy<string> PasswordHash = new(() => CovetPasswords.Hash("correct: horse"));

    /// <summary>The keys of RFC 7515, appendices A.1 to A.3.</summary>
    public static ReadOnlySpan<byte> Vectors =>
        """
        {"keys":[
        {"kty":"oct","alg":"HS256","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"},
        {"kty":"RSA","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ","e":"AQAB"},
        {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"},
        {"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
        ]}
        """u8;

    /// <summary>The bearer scheme's settings as a file would have them: a secret, and two public keys as PEM.</summary>
    public static Dictionary<string, string?> Configuration(string section) => new(StringComparer.Ordinal)
    {
        [section + ":Issuer"] = Issuer,
        [section + ":Audience"] = Audience,
        [section + ":SigningKeys:0:KeyId"] = "hmac",
        [section + ":SigningKeys:0:Secret"] = Convert.ToBase64String(Secret),
        [section + ":SigningKeys:1:KeyId"] = "rsa",
        [section + ":SigningKeys:1:Algorithm"] = "RS256",
        [section + ":SigningKeys:1:Pem"] = Rsa.ExportSubjectPublicKeyInfoPem(),
        [section + ":SigningKeys:2:KeyId"] = "ec",
        [section + ":SigningKeys:2:Algorithm"] = "ES256",
        [section + ":SigningKeys:2:Pem"] = Ec.ExportSubjectPublicKeyInfoPem(),
    };

    /// <summary>A key of every algorithm, named by it.</summary>
    public static IEnumerable<JwtKey> OfEveryAlgorithm() => Enum.GetValues<JwtAlgorithm>().Where(static algorithm => algorithm != default).Select(static algorithm => algorithm.ToString() switch
    {
        ['H', ..] name => JwtKey.FromSecret(Secret, algorithm, name),
        ['E', ..] name => JwtKey.FromECDsa(algorithm == JwtAlgorithm.ES256 ? Ec : algorithm == JwtAlgorithm.ES384 ? Ec384 : Ec521, algorithm, name),
        var name => JwtKey.FromRsa(Rsa, algorithm, name),
    });

    public static readonly string ApiKey = ApiKeys.Create("test");
    public static readonly string ApiKeyOfAda = ApiKeys.Create("test");
    public static readonly string OtherApiKey = ApiKeys.Create("test");
    public static readonly string ExpiredApiKey = ApiKeys.Create("test");
}
