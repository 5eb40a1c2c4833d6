using System.Buffers.Text;
using System.Security.Cryptography;

namespace Covet;

internal sealed class JwtRsaKey : JwtKey
{
    internal const int MinimumBits = 2048;
    internal const int MaximumBits = 8192;

    private readonly RSAParameters parameters;
    private readonly KeyPool<RSA> pool;

    public JwtRsaKey(RSAParameters parameters, JwtAlgorithm algorithm, string? keyId)
        : base(algorithm, keyId)
    {
        if (algorithm != JwtAlgorithm.Unspecified && !JwtAlgorithms.IsRsa(algorithm))
        {
            throw new ArgumentException("An RSA key verifies RS256 to PS512 only.", nameof(algorithm));
        }

        this.parameters = parameters;
        pool = new KeyPool<RSA>(() => RSA.Create(parameters));
        var key = pool.Rent();
        if (key.KeySize is < MinimumBits or > MaximumBits)
        {
            throw new ArgumentException($"An RSA key has {MinimumBits} to {MaximumBits} bits (RFC 7518 section 3.3).", nameof(parameters));
        }

        pool.Return(key);
    }

    public override bool CanSign => parameters.D is not null && Algorithm != JwtAlgorithm.Unspecified;

    public static JwtRsaKey Create(RSA rsa, JwtAlgorithm algorithm, string? keyId)
    {
        RSAParameters parameters;
        try
        {
            parameters = rsa.ExportParameters(includePrivateParameters: true);
        }
        catch (CryptographicException)
        {
            // The key is public, or a device keeps its private part.
            parameters = rsa.ExportParameters(includePrivateParameters: false);
        }

        return new JwtRsaKey(parameters, algorithm, keyId);
    }

    internal override bool Supports(JwtAlgorithm algorithm) =>
        Algorithm == JwtAlgorithm.Unspecified ? JwtAlgorithms.IsRsa(algorithm) : algorithm == Algorithm;

    internal override bool Verify(JwtAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        if (!Supports(algorithm) || signature.Length != parameters.Modulus!.Length)
        {
            return false;
        }

        var key = pool.Rent();
        try
        {
            return key.VerifyData(data, signature, JwtAlgorithms.Hash(algorithm), Padding(algorithm));
        }
        finally
        {
            pool.Return(key);
        }
    }

    internal override byte[] Sign(ReadOnlySpan<byte> data)
    {
        var key = pool.Rent();
        try
        {
            return key.SignData(data.ToArray(), JwtAlgorithms.Hash(Algorithm), Padding(Algorithm));
        }
        finally
        {
            pool.Return(key);
        }
    }

    internal override IReadOnlyList<KeyValuePair<string, string>>? PublicJwk() =>
    [
        new("e", Base64Url.EncodeToString(parameters.Exponent)),
        new("kty", "RSA"),
        new("n", Base64Url.EncodeToString(parameters.Modulus)),
    ];

    private static RSASignaturePadding Padding(JwtAlgorithm algorithm) =>
        JwtAlgorithms.IsPss(algorithm) ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1;
}
