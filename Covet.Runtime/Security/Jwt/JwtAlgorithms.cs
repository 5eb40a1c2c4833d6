using System.Security.Cryptography;

namespace Covet;

/// <summary>Facts about algorithms: their names on the wire, their hashes, and which family a key must be of.</summary>
internal static class JwtAlgorithms
{
    /// <summary>Every algorithm.</summary>
    public static ReadOnlySpan<JwtAlgorithm> All =>
    [
        JwtAlgorithm.HS256, JwtAlgorithm.HS384, JwtAlgorithm.HS512, JwtAlgorithm.RS256, JwtAlgorithm.RS384, JwtAlgorithm.RS512,
        JwtAlgorithm.PS256, JwtAlgorithm.PS384, JwtAlgorithm.PS512, JwtAlgorithm.ES256, JwtAlgorithm.ES384, JwtAlgorithm.ES512,
    ];

    /// <summary>The bit of an algorithm in a set of them.</summary>
    public static int Bit(JwtAlgorithm algorithm) => 1 << (int)algorithm;

    public static bool IsHmac(JwtAlgorithm algorithm) => algorithm is >= JwtAlgorithm.HS256 and <= JwtAlgorithm.HS512;

    public static bool IsRsa(JwtAlgorithm algorithm) => algorithm is >= JwtAlgorithm.RS256 and <= JwtAlgorithm.PS512;

    public static bool IsPss(JwtAlgorithm algorithm) => algorithm is >= JwtAlgorithm.PS256 and <= JwtAlgorithm.PS512;

    public static bool IsEllipticCurve(JwtAlgorithm algorithm) => algorithm is >= JwtAlgorithm.ES256 and <= JwtAlgorithm.ES512;

    /// <summary>The size of the hash in bits: 256, 384 or 512.</summary>
    public static int HashBits(JwtAlgorithm algorithm) => (((int)algorithm - 1) % 3) switch
    {
        0 => 256,
        1 => 384,
        _ => 512,
    };

    public static HashAlgorithmName Hash(JwtAlgorithm algorithm) => HashBits(algorithm) switch
    {
        256 => HashAlgorithmName.SHA256,
        384 => HashAlgorithmName.SHA384,
        _ => HashAlgorithmName.SHA512,
    };

    /// <summary>Names are case-sensitive (RFC 7515 section 4.1.1); anything else, <c>none</c> included, is unspecified.</summary>
    public static JwtAlgorithm Parse(ReadOnlySpan<byte> name)
    {
        if (name.Length != 5)
        {
            return JwtAlgorithm.Unspecified;
        }

        var first = name[..2] switch
        {
            [(byte)'H', (byte)'S'] => JwtAlgorithm.HS256,
            [(byte)'R', (byte)'S'] => JwtAlgorithm.RS256,
            [(byte)'P', (byte)'S'] => JwtAlgorithm.PS256,
            [(byte)'E', (byte)'S'] => JwtAlgorithm.ES256,
            _ => JwtAlgorithm.Unspecified,
        };
        var size = name[2..] switch
        {
            [(byte)'2', (byte)'5', (byte)'6'] => 0,
            [(byte)'3', (byte)'8', (byte)'4'] => 1,
            [(byte)'5', (byte)'1', (byte)'2'] => 2,
            _ => -1,
        };
        return first == JwtAlgorithm.Unspecified || size < 0 ? JwtAlgorithm.Unspecified : first + size;
    }

    public static string Name(JwtAlgorithm algorithm) => algorithm switch
    {
        JwtAlgorithm.HS256 => "HS256",
        JwtAlgorithm.HS384 => "HS384",
        JwtAlgorithm.HS512 => "HS512",
        JwtAlgorithm.RS256 => "RS256",
        JwtAlgorithm.RS384 => "RS384",
        JwtAlgorithm.RS512 => "RS512",
        JwtAlgorithm.PS256 => "PS256",
        JwtAlgorithm.PS384 => "PS384",
        JwtAlgorithm.PS512 => "PS512",
        JwtAlgorithm.ES256 => "ES256",
        JwtAlgorithm.ES384 => "ES384",
        JwtAlgorithm.ES512 => "ES512",
        _ => throw new ArgumentOutOfRangeException(nameof(algorithm)),
    };
}
