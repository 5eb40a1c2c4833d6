using Microsoft.Net.Http.Headers;

namespace Covet.Internal;

/// <summary>Which content types are JSON in UTF-8: <c>application/json</c> and <c>application/*+json</c> (RFC 6839, section 3.1).</summary>
internal static class JsonMediaType
{
    public static bool IsJson(string? contentType)
    {
        switch (contentType)
        {
            case null:
                return false;
            case "application/json" or "application/json; charset=utf-8" or "application/json;charset=utf-8":
                return true;
            default:
                return MediaTypeHeaderValue.TryParse(contentType, out var parsed)
                    && parsed.Type.Equals("application", StringComparison.OrdinalIgnoreCase)
                    && (parsed.SubType.Equals("json", StringComparison.OrdinalIgnoreCase) || parsed.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase))
                    && IsUtf8(parsed);
        }
    }

    /// <summary>Whether a content type, if it is one, has no other charset than UTF-8.</summary>
    public static bool IsUtf8(string contentType) => MediaTypeHeaderValue.TryParse(contentType, out var parsed) && IsUtf8(parsed);

    /// <summary>Says what is wrong with a content type, without repeating it.</summary>
    public static string Describe(string? contentType) => contentType is null
        ? "The request has no Content-Type; it must be 'application/json'."
        : MediaTypeHeaderValue.TryParse(contentType, out var parsed) && !IsUtf8(parsed)
            ? "The charset of the request must be 'utf-8'."
            : "The Content-Type of the request must be 'application/json' or 'application/*+json'.";

    private static bool IsUtf8(MediaTypeHeaderValue parsed) =>
        !parsed.Charset.HasValue || HeaderUtilities.RemoveQuotes(parsed.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}
