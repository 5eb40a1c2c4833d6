using System.Security.Cryptography;
using System.Text;

namespace HttpApp;

/// <summary>Keys that are too weak for their algorithm, and what happens to each.</summary>
internal static class WeakKeyTable
{
    public static List<string> Refusals() =>
    [
        Refusal(() => JwtKey.FromSecret(new byte[31], JwtAlgorithm.HS256)),
        Refusal(() => JwtKey.FromSecret(new byte[47], JwtAlgorithm.HS384)),
        Refusal(() => JwtKey.FromSecret(new byte[63], JwtAlgorithm.HS512)),
        Refusal(() => JwtKey.FromRsa(RSA.Create(1024), JwtAlgorithm.RS256)),
        Refusal(() => JwtKey.FromECDsa(ECDsa.Create(ECCurve.NamedCurves.nistP384), JwtAlgorithm.ES256)),
        Refusal(() => JwtKey.FromPem(SecurityKeys.Rsa.ExportSubjectPublicKeyInfoPem(), JwtAlgorithm.HS256)),
        Published("""{"keys":[{"kty":"oct","alg":"HS256","k":"AAAA"}]}""", allowSecrets: true),
        Published("""{"keys":[{"kty":"oct","alg":"HS256","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"}]}""", allowSecrets: false),
        Published("""{"keys":[{"kty":"RSA","e":"AQAB","n":"ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9w"}]}""", allowSecrets: false),
    ];

    private static string Refusal(Func<JwtKey> make)
    {
        try
        {
            return "taken: " + make().Algorithm;
        }
        catch (ArgumentException)
        {
            return "refused";
        }
    }

    private static string Published(string document, bool allowSecrets) =>
        JwtKey.FromJwks(Encoding.UTF8.GetBytes(document), allowSecrets).Count == 0 ? "refused" : "taken: " + document;
}
