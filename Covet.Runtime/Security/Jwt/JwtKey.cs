using System.Buffers.Text;
using System.Security.Cryptography;

namespace Covet;

/// <summary>
/// A key that verifies tokens and, where it holds the secret part, signs them. A key is bound to its algorithm, so that a
/// public key can never be taken for an HMAC secret (RFC 8725 section 3.1).
/// </summary>
/// <example>
/// <code>
/// options.Keys.Add(JwtKey.FromSecret(secret, JwtAlgorithm.HS256));
/// options.Keys.Add(JwtKey.FromPem(File.ReadAllText("issuer.pem"), JwtAlgorithm.ES256, "2025-01"));
/// </code>
/// </example>
public abstract class JwtKey
{
    private protected JwtKey(JwtAlgorithm algorithm, string? keyId)
    {
        Algorithm = algorithm;
        KeyId = keyId;
    }

    /// <summary>The algorithm of the key; <see cref="JwtAlgorithm.Unspecified"/> for an RSA key of a key set that names none.</summary>
    public JwtAlgorithm Algorithm { get; }

    /// <summary>
    /// The <c>kid</c>. A key with one verifies tokens of the same <c>kid</c> and tokens without; a key without one is
    /// tried for every token of its algorithm.
    /// </summary>
    public string? KeyId { get; }

    /// <summary>Whether the key holds the secret part.</summary>
    public abstract bool CanSign { get; }

    /// <summary>An HMAC secret.</summary>
    /// <param name="secret">Random bytes, at least as many as the hash has: 32, 48 or 64 (RFC 7518 section 3.2).</param>
    /// <param name="algorithm">HS256, HS384 or HS512.</param>
    /// <param name="keyId">The <c>kid</c>, or null.</param>
    /// <exception cref="ArgumentException">The secret is too short, or the algorithm is no HMAC.</exception>
    public static JwtKey FromSecret(ReadOnlySpan<byte> secret, JwtAlgorithm algorithm = JwtAlgorithm.HS256, string? keyId = null) =>
        new JwtHmacKey(secret.ToArray(), algorithm, keyId);

    /// <summary>An HMAC secret as base64 or base64url text.</summary>
    /// <inheritdoc cref="FromSecret(ReadOnlySpan{byte}, JwtAlgorithm, string?)"/>
    /// <exception cref="FormatException">The text is not base64.</exception>
    public static JwtKey FromBase64Secret(string secret, JwtAlgorithm algorithm = JwtAlgorithm.HS256, string? keyId = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var url = secret.Replace('+', '-').Replace('/', '_');
        return new JwtHmacKey(Base64Url.DecodeFromChars(url), algorithm, keyId);
    }

    /// <summary>An RSA or elliptic-curve key, public or private, in PEM (RFC 7468).</summary>
    /// <param name="pem">The text of a PEM file: <c>PUBLIC KEY</c>, <c>PRIVATE KEY</c>, <c>EC PRIVATE KEY</c>, <c>RSA PRIVATE KEY</c>.</param>
    /// <param name="algorithm">The algorithm that the key is bound to; it says whether the key is RSA or elliptic.</param>
    /// <param name="keyId">The <c>kid</c>, or null.</param>
    /// <exception cref="ArgumentException">The PEM holds no such key, or the key is too weak for the algorithm.</exception>
    public static JwtKey FromPem(string pem, JwtAlgorithm algorithm, string? keyId = null)
    {
        ArgumentNullException.ThrowIfNull(pem);
        if (JwtAlgorithms.IsRsa(algorithm))
        {
            using var rsa = RSA.Create();
            rsa.ImportFromPem(pem);
            return FromRsa(rsa, algorithm, keyId);
        }

        if (JwtAlgorithms.IsEllipticCurve(algorithm))
        {
            using var ecdsa = ECDsa.Create();
            ecdsa.ImportFromPem(pem);
            return FromECDsa(ecdsa, algorithm, keyId);
        }

        throw new ArgumentException("A PEM key is RSA or elliptic; a secret of an HMAC is never a PEM.", nameof(algorithm));
    }

    /// <summary>A copy of an RSA key.</summary>
    /// <param name="rsa">The key, of at least 2048 bits; with its private part where that can be exported.</param>
    /// <param name="algorithm">RS256 to PS512.</param>
    /// <param name="keyId">The <c>kid</c>, or null.</param>
    /// <exception cref="ArgumentException">The key is too short, or the algorithm is not RSA.</exception>
    public static JwtKey FromRsa(RSA rsa, JwtAlgorithm algorithm, string? keyId = null)
    {
        ArgumentNullException.ThrowIfNull(rsa);
        return JwtRsaKey.Create(rsa, algorithm, keyId);
    }

    /// <summary>A copy of an elliptic-curve key.</summary>
    /// <param name="ecdsa">The key, of the curve of the algorithm.</param>
    /// <param name="algorithm">ES256, ES384 or ES512.</param>
    /// <param name="keyId">The <c>kid</c>, or null.</param>
    /// <exception cref="ArgumentException">The curve is not that of the algorithm.</exception>
    public static JwtKey FromECDsa(ECDsa ecdsa, JwtAlgorithm algorithm, string? keyId = null)
    {
        ArgumentNullException.ThrowIfNull(ecdsa);
        return JwtEcKey.Create(ecdsa, algorithm, keyId);
    }

    /// <summary>The signature keys of a JSON Web Key Set, or of a single JSON Web Key (RFC 7517).</summary>
    /// <param name="utf8Json">The document. Keys of unknown types, for encryption, or too weak are left out.</param>
    /// <param name="allowSecrets">Whether symmetric keys are taken: true only for a set that nobody else can read.</param>
    /// <exception cref="FormatException">The document is not a key set.</exception>
    public static IReadOnlyList<JwtKey> FromJwks(ReadOnlySpan<byte> utf8Json, bool allowSecrets = false) =>
        JwksParser.Parse(utf8Json, allowSecrets);

    /// <summary>Whether the key may verify a signature of the algorithm.</summary>
    internal virtual bool Supports(JwtAlgorithm algorithm) => algorithm == Algorithm;

    /// <summary>Verifies in constant time where a secret is compared.</summary>
    internal abstract bool Verify(JwtAlgorithm algorithm, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Signs with <see cref="Algorithm"/>.</summary>
    internal abstract byte[] Sign(ReadOnlySpan<byte> data);

    /// <summary>The public members of the JWK in the order of RFC 7638; null for a secret, which is never published.</summary>
    internal abstract IReadOnlyList<KeyValuePair<string, string>>? PublicJwk();
}
