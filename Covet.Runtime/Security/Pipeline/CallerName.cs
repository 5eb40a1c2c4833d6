using System.Security.Claims;

namespace Covet;

/// <summary>
/// What tells one caller from another where something is kept or counted for each. A subject is unique at its issuer only (OpenID
/// Connect Core 1.0 section 2), so scheme and issuer belong to the name: a key called <c>ada</c> is not the user <c>ada</c>.
/// </summary>
internal static class CallerName
{
    /// <summary>The claim that names whom an identity is of; null where it has no subject.</summary>
    public static Claim? SubjectOf(ClaimsIdentity identity) => identity.FindFirst("sub") ?? identity.FindFirst(ClaimTypes.NameIdentifier);

    // What belongs to one token and not to its caller, who would be another one with the next token (RFC 7519 section 4.1; OpenID
    // Connect Core 1.0 section 2).
    private static readonly string[] OfOneToken = ["exp", "nbf", "iat", "jti", "auth_time", "nonce", "at_hash", "c_hash", "sid"];

    /// <summary>
    /// The name of whoever is logged in, which for those without a subject is all that is claimed of them; empty for nobody.
    /// </summary>
    public static string OfUser(ClaimsPrincipal user)
    {
        var authenticated = user.Identities.Where(static identity => identity.IsAuthenticated).ToList();
        foreach (var identity in authenticated)
        {
            if (SubjectOf(identity) is { } subject)
            {
                return $"{identity.AuthenticationType?.Length}:{identity.AuthenticationType}{subject.Issuer.Length}:{subject.Issuer}{subject.Value}";
            }
        }

        return string.Concat(authenticated.Select(static identity =>
            $"{identity.AuthenticationType?.Length}:{identity.AuthenticationType}" + string.Concat(identity.Claims.Where(static claim => !OfOneToken.Contains(claim.Type)).Select(static claim => $"{claim.Type.Length}:{claim.Type}{claim.Value.Length}:{claim.Value}"))));
    }
}
