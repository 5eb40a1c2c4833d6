using System.Text;

namespace Covet;

/// <summary>Writes <c>WWW-Authenticate</c> values (RFC 9110 section 11.6.1, RFC 6750 section 3).</summary>
internal static class Challenges
{
    private static readonly object ScopesKey = new();

    public static string Format(string scheme, string? realm, string? error, string? scope)
    {
        if (realm is null && error is null && scope is null)
        {
            return scheme;
        }

        var text = new StringBuilder(scheme);
        var separator = ' ';
        Append("realm", realm);
        Append("error", error);
        Append("scope", scope);
        return text.ToString();

        void Append(string name, string? value)
        {
            if (value is not null)
            {
                text.Append(separator).Append(name).Append("=\"").Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
                separator = ',';
            }
        }
    }

    /// <summary>Leaves the scopes that an endpoint asks for where a scheme's handler finds them.</summary>
    public static void SetMissingScopes(HttpContext context, string scopes) => context.Items[ScopesKey] = scopes;

    public static string? MissingScopes(HttpContext context) => context.Items.TryGetValue(ScopesKey, out var scopes) ? scopes as string : null;
}
