using Microsoft.AspNetCore.Http.HttpResults;

namespace Covet;

/// <summary>Redirects to addresses that came with a request, without sending users to other sites.</summary>
public static class SafeRedirect
{
    /// <summary>
    /// Whether an address is a path of this site: <c>/orders?page=2</c>. Everything that a browser could read as another
    /// host (<c>//evil</c>, <c>/\evil</c>, control characters that it drops) is not.
    /// </summary>
    /// <param name="url">The address.</param>
    public static bool IsLocal(string? url)
    {
        if (string.IsNullOrEmpty(url) || url[0] != '/' || (url.Length > 1 && url[1] is '/' or '\\'))
        {
            return false;
        }

        foreach (var character in url)
        {
            // Browsers drop tabs and line feeds, and take a backslash for a slash (URL Standard section 4.4).
            if (char.IsControl(character) || character == '\\')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>A redirect (302) to a local address, or to the fallback where it is not local.</summary>
    /// <param name="url">The address, for example from <c>?returnUrl=</c>.</param>
    /// <param name="fallback">Where to go otherwise; <c>/</c> by default.</param>
    /// <example><code>[Post("/login")] public RedirectHttpResult Login(Credentials body, string? returnUrl) => SafeRedirect.ToLocal(returnUrl);</code></example>
    public static RedirectHttpResult ToLocal(string? url, string fallback = "/") => TypedResults.LocalRedirect(IsLocal(url) ? Ascii(url!) : fallback);

    // A header has ASCII only; a browser would escape the same bytes (URL Standard, percent-encode sets).
    private static string Ascii(string url)
    {
        if (System.Text.Ascii.IsValid(url))
        {
            return url;
        }

        var text = new System.Text.StringBuilder();
        foreach (var rune in url.EnumerateRunes())
        {
            text.Append(rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return text.ToString();
    }
}
