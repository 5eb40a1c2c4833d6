using Microsoft.Extensions.Primitives;

namespace Covet.Internal;

/// <summary>Reads request headers and cookies.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class HeaderText
{
    /// <summary>The value of a header; several lines are joined by commas (RFC 9110, section 5.2).</summary>
    public static TextValue Get(HttpContext context, string name) =>
        context.Request.Headers.TryGetValue(name, out var values) && values.Count > 0 ? new TextValue(values.ToString(), values.Count > 1) : default;

    /// <summary>All values of a header, list members of one line told apart (RFC 9110, section 5.6.1).</summary>
    public static StringValues GetAll(HttpContext context, string name) => context.Request.Headers.GetCommaSeparatedValues(name);

    /// <summary>The value of a cookie (RFC 6265).</summary>
    public static TextValue Cookie(HttpContext context, string name) =>
        context.Request.Cookies.TryGetValue(name, out var value) ? TextValue.Of(value) : default;

    /// <summary>All values of a cookie: one or none, as a request has one cookie of a name.</summary>
    public static StringValues AllCookies(HttpContext context, string name) => context.Request.Cookies[name];
}
