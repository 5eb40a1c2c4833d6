using System.Security.Cryptography;

namespace Covet;

internal sealed class JwtHmacKey : JwtKey
{
    private readonly byte[] secret;

    public JwtHmacKey(byte[] secret, JwtAlgorithm algorithm, string? keyId)
        : base(algorithm, keyId)
    {
        if (!JwtAlgorithms.IsHmac(algorithm))
        {
            throw new ArgumentException("A secret signs with HS256, HS384 or HS512 only.", nameof(algorithm));
        }

        if (secret.Length < JwtAlgorithms.HashBits(algorithm) / 8)
        {
            throw new ArgumentException($"{algorithm} needs a secret of at least {JwtAlgorithms.HashBits(algorithm) / 8} bytes (RFC 7518 section 3.2).", nameof(secret));
        }

        this.secret = secret;
    }

    public override bool CanSign => true;

    internal override bool Verify(JwtAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        Span<byte> expected = stackalloc byte[64];
        var length = Compute(data, expected);
        return algorithm == Algorithm && CryptographicOperations.FixedTimeEquals(expected[..length], signature);
    }

    internal override byte[] Sign(ReadOnlySpan<byte> data)
    {
        var signature = new byte[JwtAlgorithms.HashBits(Algorithm) / 8];
        Compute(data, signature);
        return signature;
    }

    internal override IReadOnlyList<KeyValuePair<string, string>>? PublicJwk() => null;

    private int Compute(ReadOnlySpan<byte> data, Span<byte> destination) => Algorithm switch
    {
        JwtAlgorithm.HS256 => HMACSHA256.HashData(secret, data, destination),
        JwtAlgorithm.HS384 => HMACSHA384.HashData(secret, data, destination),
        _ => HMACSHA512.HashData(secret, data, destination),
    };
}
