using System.Text.Json;

namespace Covet;

/// <summary>Names that most tokens have, so that reading them allocates nothing.</summary>
internal static class JwtClaimNames
{
    private static readonly string[] Common =
    [
        "iss", "sub", "aud", "exp", "nbf", "iat", "jti", "name", "email", "email_verified", "preferred_username", "given_name",
        "family_name", "role", "roles", "groups", "scope", "scp", "permissions", "client_id", "azp", "sid", "auth_time", "acr", "amr",
        "nonce", "typ", "tid", "oid", "cnf",
    ];

    public static string Get(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            foreach (var name in Common)
            {
                if (name.Length == reader.ValueSpan.Length && reader.ValueTextEquals(name))
                {
                    return name;
                }
            }
        }

        return reader.GetString()!;
    }
}
