using System.Buffers.Text;
using System.Security.Cryptography;

namespace Covet;

internal sealed class JwtEcKey : JwtKey
{
    private readonly ECParameters parameters;
    private readonly KeyPool<ECDsa> pool;

    public JwtEcKey(ECParameters parameters, JwtAlgorithm algorithm, string? keyId)
        : base(algorithm, keyId)
    {
        if (!JwtAlgorithms.IsEllipticCurve(algorithm))
        {
            throw new ArgumentException("An elliptic key verifies ES256, ES384 or ES512 only.", nameof(algorithm));
        }

        this.parameters = parameters;
        pool = new KeyPool<ECDsa>(() => ECDsa.Create(parameters));
        var key = pool.Rent();
        if (key.KeySize != FieldBits(algorithm) || parameters.Curve.Oid.Value != CurveOf(algorithm).Oid.Value)
        {
            throw new ArgumentException($"{algorithm} needs a key of the curve {CurveName(algorithm)} (RFC 7518 section 3.4).", nameof(parameters));
        }

        pool.Return(key);
    }

    public override bool CanSign => parameters.D is not null;

    public static JwtEcKey Create(ECDsa ecdsa, JwtAlgorithm algorithm, string? keyId)
    {
        ECParameters parameters;
        try
        {
            parameters = ecdsa.ExportParameters(includePrivateParameters: true);
        }
        catch (CryptographicException)
        {
            // The key is public, or a device keeps its private part.
            parameters = ecdsa.ExportParameters(includePrivateParameters: false);
        }

        return new JwtEcKey(parameters, algorithm, keyId);
    }

    internal static ECCurve CurveOf(JwtAlgorithm algorithm) => algorithm switch
    {
        JwtAlgorithm.ES256 => ECCurve.NamedCurves.nistP256,
        JwtAlgorithm.ES384 => ECCurve.NamedCurves.nistP384,
        _ => ECCurve.NamedCurves.nistP521,
    };

    internal override bool Verify(JwtAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        // The length is exact, so that no second encoding of a signature passes.
        if (algorithm != Algorithm || signature.Length != (FieldBits(algorithm) + 7) / 8 * 2)
        {
            return false;
        }

        var key = pool.Rent();
        try
        {
            return key.VerifyData(data, signature, JwtAlgorithms.Hash(algorithm), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
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
            return key.SignData(data.ToArray(), JwtAlgorithms.Hash(Algorithm), DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        finally
        {
            pool.Return(key);
        }
    }

    internal override IReadOnlyList<KeyValuePair<string, string>>? PublicJwk() =>
    [
        new("crv", CurveName(Algorithm)),
        new("kty", "EC"),
        new("x", Base64Url.EncodeToString(parameters.Q.X)),
        new("y", Base64Url.EncodeToString(parameters.Q.Y)),
    ];

    private static int FieldBits(JwtAlgorithm algorithm) => algorithm switch
    {
        JwtAlgorithm.ES256 => 256,
        JwtAlgorithm.ES384 => 384,
        _ => 521,
    };

    private static string CurveName(JwtAlgorithm algorithm) => algorithm switch
    {
        JwtAlgorithm.ES256 => "P-256",
        JwtAlgorithm.ES384 => "P-384",
        _ => "P-521",
    };
}
