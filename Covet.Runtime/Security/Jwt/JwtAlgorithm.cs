namespace Covet;

/// <summary>A signature algorithm of JSON Web Signatures (RFC 7518 section 3.1). There is no <c>none</c>.</summary>
public enum JwtAlgorithm
{
    /// <summary>No algorithm: never valid for a token.</summary>
    Unspecified,

    /// <summary>HMAC with SHA-256; keys of at least 32 bytes.</summary>
    HS256,

    /// <summary>HMAC with SHA-384; keys of at least 48 bytes.</summary>
    HS384,

    /// <summary>HMAC with SHA-512; keys of at least 64 bytes.</summary>
    HS512,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-256; keys of at least 2048 bits.</summary>
    RS256,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-384; keys of at least 2048 bits.</summary>
    RS384,

    /// <summary>RSASSA-PKCS1-v1_5 with SHA-512; keys of at least 2048 bits.</summary>
    RS512,

    /// <summary>RSASSA-PSS with SHA-256; keys of at least 2048 bits.</summary>
    PS256,

    /// <summary>RSASSA-PSS with SHA-384; keys of at least 2048 bits.</summary>
    PS384,

    /// <summary>RSASSA-PSS with SHA-512; keys of at least 2048 bits.</summary>
    PS512,

    /// <summary>ECDSA with the curve P-256 and SHA-256.</summary>
    ES256,

    /// <summary>ECDSA with the curve P-384 and SHA-384.</summary>
    ES384,

    /// <summary>ECDSA with the curve P-521 and SHA-512.</summary>
    ES512,
}
