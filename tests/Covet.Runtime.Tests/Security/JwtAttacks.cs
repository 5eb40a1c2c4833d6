using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using static Covet.Runtime.Tests.Security.TestTokens;

namespace Covet.Runtime.Tests.Security;

/// <summary>The table of attacks: what each is called, why the validator refuses it, and how it is made.</summary>
internal static class JwtAttacks
{
    private static readonly JwtKey OwnEc = JwtKey.FromECDsa(ECDsa.Create(ECCurve.NamedCurves.nistP256), JwtAlgorithm.ES256);

    public static Dictionary<string, (JwtError Error, Func<string> Make)> All(AttackKeys keys, TestClock clock) => new()
    {
        ["alg none without signature"] = (JwtError.Algorithm, () => Unsigned(clock, """{"alg":"none"}""")),
        ["alg None in another case"] = (JwtError.Algorithm, () => Unsigned(clock, """{"alg":"nOnE"}""")),
        ["alg none with a signature"] = (JwtError.Algorithm, () => Sign(keys.Hmac, """{"alg":"none","kid":"hmac"}""", Claims(clock))),
        ["no alg"] = (JwtError.Algorithm, () => Sign(keys.Hmac, """{"typ":"JWT"}""", Claims(clock))),
        ["alg as a number"] = (JwtError.Algorithm, () => Sign(keys.Hmac, """{"alg":256}""", Claims(clock))),
        ["alg in lower case"] = (JwtError.Algorithm, () => Sign(keys.Hmac, """{"alg":"hs256"}""", Claims(clock))),
        ["the signature is missing"] = (JwtError.Signature, () => Unsigned(clock, """{"alg":"HS256"}""")),
        ["the public RSA key as HMAC secret, as PEM"] = (JwtError.Signature, () => Sign(Secreted(Encoding.ASCII.GetBytes(keys.Rsa.ExportSubjectPublicKeyInfoPem())), """{"alg":"HS256"}""", Claims(clock))),
        ["the public RSA key as HMAC secret, as DER"] = (JwtError.Signature, () => Sign(Secreted(keys.Rsa.ExportSubjectPublicKeyInfo()), """{"alg":"HS256"}""", Claims(clock))),
        ["the public RSA key as HMAC secret, by its kid"] = (JwtError.UnknownKey, () => Sign(Secreted(keys.Rsa.ExportSubjectPublicKeyInfo()), """{"alg":"HS256","kid":"rsa"}""", Claims(clock))),
        ["RS256 by a key for PS256"] = (JwtError.Signature, () => Sign(JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.PS256), """{"alg":"RS256","kid":"rsa"}""", Claims(clock))),
        ["another algorithm of the same key"] = (JwtError.UnknownKey, () => Sign(JwtKey.FromRsa(keys.Rsa, JwtAlgorithm.RS512), """{"alg":"RS512","kid":"rsa"}""", Claims(clock))),
        ["kid injects a path"] = (JwtError.UnknownKey, () => Sign(keys.Hmac, """{"alg":"HS256","kid":"../../../dev/null"}""", Claims(clock))),
        ["kid injects SQL"] = (JwtError.UnknownKey, () => Sign(keys.Hmac, """{"alg":"HS256","kid":"x' UNION SELECT 'secret'--"}""", Claims(clock))),
        ["kid with a NUL"] = (JwtError.UnknownKey, () => Sign(keys.Hmac, """{"alg":"HS256","kid":"hmac\u0000"}""", Claims(clock))),
        ["kid of a megabyte's beginning"] = (JwtError.Malformed, () => Sign(keys.Hmac, $$"""{"alg":"HS256","kid":"{{new string('k', 3000)}}"}""", Claims(clock))),
        ["kid as an object"] = (JwtError.Malformed, () => Sign(keys.Hmac, """{"alg":"HS256","kid":{}}""", Claims(clock))),
        ["jku"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","jku":"https://evil.test/jwks"}""", Claims(clock))),
        ["x5u"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","x5u":"https://evil.test/cert"}""", Claims(clock))),
        ["x5c"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","x5c":["MIIB"]}""", Claims(clock))),
        ["jwk"] = (JwtError.RefusedHeader, () => Sign(OwnEc, """{"alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"AA","y":"AA"}}""", Claims(clock))),
        ["crit of something unknown"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","crit":["exp"],"exp":1}""", Claims(clock))),
        ["crit that is empty"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","crit":[]}""", Claims(clock))),
        ["b64 false"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","b64":false,"crit":["b64"]}""", Claims(clock))),
        ["zip"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","zip":"DEF"}""", Claims(clock))),
        ["a token in a token"] = (JwtError.RefusedHeader, () => Sign(keys.Hmac, """{"alg":"HS256","cty":"JWT"}""", Claims(clock))),
        ["a newline inside"] = (JwtError.Malformed, () => Break(Valid(keys, clock), "%0A")),
        ["padding"] = (JwtError.Malformed, () => Valid(keys, clock) + "="),
        ["base64 instead of base64url"] = (JwtError.Malformed, () => Valid(keys, clock).Replace('-', '+').Replace('_', '/') + "+"),
        ["a blank inside"] = (JwtError.Malformed, () => Break(Valid(keys, clock), " ")),
        ["a second spelling of the signature"] = (JwtError.Malformed, () => Respell(Valid(keys, clock))),
        ["four parts"] = (JwtError.Malformed, () => Valid(keys, clock) + ".AAAA"),
        ["five parts, an encrypted token"] = (JwtError.Malformed, () => Valid(keys, clock) + ".AAAA.AAAA"),
        ["two parts"] = (JwtError.Malformed, () => Valid(keys, clock)[..Valid(keys, clock).LastIndexOf('.')]),
        ["dots"] = (JwtError.Malformed, () => ".."),
        ["no token at all after the scheme but junk"] = (JwtError.Malformed, () => "junk"),
        ["a header that is no object"] = (JwtError.Malformed, () => Sign(keys.Hmac, """["HS256"]""", Claims(clock))),
        ["a header with a tail"] = (JwtError.Malformed, () => Sign(keys.Hmac, """{"alg":"HS256"}{}""", Claims(clock))),
        ["a payload that is no object"] = (JwtError.Malformed, () => Sign(keys.Hmac, """{"alg":"HS256"}""", "[1]")),
        ["a payload with a tail"] = (JwtError.Malformed, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock) + "{}")),
        ["a payload 100 deep"] = (JwtError.Malformed, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, ",\"x\":" + new string('[', 100) + new string(']', 100)))),
        ["a payload that is not UTF-8"] = (JwtError.Malformed, () => SignRaw(keys.Hmac, Encode("""{"alg":"HS256"}""") + "." + Base64Url.EncodeToString([(byte)'{', (byte)'"', 0xC3, (byte)'"', (byte)':', (byte)'1', (byte)'}']))),
        ["a lone surrogate in a claim"] = (JwtError.Malformed, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, ",\"x\":\"\\ud800\""))),
        ["a name twice in the header"] = (JwtError.DuplicateName, () => Sign(keys.Hmac, """{"alg":"HS256","alg":"HS256"}""", Claims(clock))),
        ["a claim twice"] = (JwtError.DuplicateName, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, ",\"sub\":\"admin\""))),
        ["a claim twice, one escaped"] = (JwtError.DuplicateName, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, ",\"s\\u0075b\":\"admin\""))),
        ["a huge token"] = (JwtError.TooLong, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, $",\"x\":\"{new string('x', 9000)}\""))),
        ["expired by a second"] = (JwtError.Expired, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","exp":{{clock.Seconds - 1}}}""")),
        ["expires this second"] = (JwtError.Expired, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","exp":{{clock.Seconds}}}""")),
        ["never expires"] = (JwtError.Expired, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}"}""")),
        ["expires as text"] = (JwtError.ClaimValue, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","exp":"{{clock.Seconds + 60}}"}""")),
        ["expires in 10^300 seconds"] = (JwtError.ClaimValue, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","exp":1e300}""")),
        ["expires before 1970"] = (JwtError.ClaimValue, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","exp":-1}""")),
        ["not valid yet"] = (JwtError.NotYetValid, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, $",\"nbf\":{clock.Seconds + keys.Future}"))),
        ["issued in the future"] = (JwtError.NotYetValid, () => Sign(keys.Hmac, """{"alg":"HS256"}""", Claims(clock, $",\"iat\":{clock.Seconds + keys.Future}"))),
        ["an unknown issuer"] = (JwtError.Issuer, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"https://evil.test","aud":"{{Audience}}","exp":{{clock.Seconds + 60}}}""")),
        ["an issuer that begins like ours"] = (JwtError.Issuer, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}.evil.test","aud":"{{Audience}}","exp":{{clock.Seconds + 60}}}""")),
        ["no issuer"] = (JwtError.Issuer, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"aud":"{{Audience}}","exp":{{clock.Seconds + 60}}}""")),
        ["an issuer that is an array"] = (JwtError.ClaimValue, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":["{{Issuer}}"],"aud":"{{Audience}}","exp":{{clock.Seconds + 60}}}""")),
        ["another audience"] = (JwtError.Audience, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":["billing","mail"],"exp":{{clock.Seconds + 60}}}""")),
        ["no audience"] = (JwtError.Audience, () => Sign(keys.Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","exp":{{clock.Seconds + 60}}}""")),
        ["a token of another kind"] = (JwtError.Type, () => Sign(keys.Hmac, """{"alg":"HS256","typ":"dpop+jwt"}""", Claims(clock))),
        ["a logout token"] = (JwtError.Type, () => Sign(keys.Hmac, """{"alg":"HS256","typ":"logout+jwt"}""", Claims(clock))),
        ["another secret"] = (JwtError.Signature, () => Sign(Secreted(RandomNumberGenerator.GetBytes(32)), """{"alg":"HS256"}""", Claims(clock))),
        ["another elliptic key"] = (JwtError.Signature, () => Sign(OwnEc, """{"alg":"ES256"}""", Claims(clock))),
        ["an elliptic signature of zeros"] = (JwtError.Signature, () => Encode("""{"alg":"ES256"}""") + "." + Encode(Claims(clock)) + "." + Base64Url.EncodeToString(new byte[64])),
        ["an elliptic signature in DER"] = (JwtError.Signature, () => DerSignature(keys, clock)),
        ["a changed payload"] = (JwtError.Signature, () => { var p = Valid(keys, clock).Split('.'); return p[0] + "." + Encode(Claims(clock, ",\"admin\":true")) + "." + p[2]; }),
        ["a truncated signature"] = (JwtError.Signature, () => Valid(keys, clock)[..^3]),
    };

    public static string Valid(AttackKeys keys, TestClock clock) => Sign(keys.Hmac, """{"alg":"HS256","typ":"JWT","kid":"hmac"}""", Claims(clock));

    private static string Unsigned(TestClock clock, string header) => Encode(header) + "." + Encode(Claims(clock)) + ".";

    private static JwtKey Secreted(byte[] secret) => JwtKey.FromSecret(secret);

    // HTTP cannot carry a raw line feed; JwtBearerTests gives one to the validator.
    private static string Break(string token, string with) => token.Insert(token.Length / 2, with);

    private static string Respell(string token)
    {
        // 32 bytes are 43 characters: the last has two spare bits, so its neighbour decodes to the same bytes.
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        return token[..^1] + Alphabet[Alphabet.IndexOf(token[^1], StringComparison.Ordinal) + 1];
    }

    private static string DerSignature(AttackKeys keys, TestClock clock)
    {
        var input = Encode("""{"alg":"ES256"}""") + "." + Encode(Claims(clock));
        var der = keys.Ec.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        return input + "." + Base64Url.EncodeToString(der);
    }
}
