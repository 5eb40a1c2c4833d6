namespace Covet;

/// <summary>Why a token was refused. It is for logs and for tests: a caller is told <c>invalid_token</c> and no more.</summary>
public enum JwtError
{
    /// <summary>The token is valid.</summary>
    None,

    /// <summary>It is longer than <see cref="JwtValidationOptions.MaxTokenLength"/>.</summary>
    TooLong,

    /// <summary>It is not three parts of unpadded base64url, or a part is not the JSON that it must be.</summary>
    Malformed,

    /// <summary>A name stands twice in the header or in the claims.</summary>
    DuplicateName,

    /// <summary>The header asks for something that is never done: <c>crit</c>, <c>jku</c>, <c>x5u</c>, <c>x5c</c>, <c>jwk</c>, <c>zip</c>, <c>enc</c>, nesting.</summary>
    RefusedHeader,

    /// <summary>The algorithm is unknown, <c>none</c>, or not on the list.</summary>
    Algorithm,

    /// <summary>The <c>typ</c> is not on the list.</summary>
    Type,

    /// <summary>No key has the token's <c>kid</c> and algorithm.</summary>
    UnknownKey,

    /// <summary>The signature is wrong.</summary>
    Signature,

    /// <summary>The token has expired, or never does.</summary>
    Expired,

    /// <summary>The token is not valid yet, or was issued in the future.</summary>
    NotYetValid,

    /// <summary>The issuer is missing or unknown.</summary>
    Issuer,

    /// <summary>The audience is missing or another.</summary>
    Audience,

    /// <summary>A registered claim has a value of the wrong type or range.</summary>
    ClaimValue,
}
