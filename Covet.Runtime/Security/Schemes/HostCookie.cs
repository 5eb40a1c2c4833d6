namespace Covet;

/// <summary>
/// The rules that a browser has for cookies whose names begin with <c>__Host-</c> or <c>__Secure-</c> (RFC 6265bis section 4.1.3): it keeps
/// none that breaks them, and every login would seem to fail.
/// </summary>
internal static class HostCookie
{
    public static void Check(CookieBuilder cookie, string owner)
    {
        var name = OptionRange.CheckText(cookie.Name, owner, "Cookie.Name");
        var isHost = name.StartsWith("__Host-", StringComparison.OrdinalIgnoreCase);
        if (!isHost && !name.StartsWith("__Secure-", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        if (cookie.SecurePolicy != CookieSecurePolicy.Always)
        {
            throw new ArgumentException($"{owner}.Cookie.SecurePolicy is {cookie.SecurePolicy}: a cookie of the name '{name}' must be Secure (Always), or browsers do not keep it.", owner);
        }

        if (isHost && (cookie.Domain is not null || cookie.Path is not (null or "/")))
        {
            throw new ArgumentException($"{owner}.Cookie.Domain and Path are '{cookie.Domain}' and '{cookie.Path}': a cookie of the name '{name}' must have no domain and the path /, or browsers do not keep it.", owner);
        }
    }
}
