namespace HttpApp.Handlers;

/// <summary>A state that callers may name by tag, by date, by both, or by the hash of its body.</summary>
[Handler("/security/conditional")]
public static class ConditionalHandler
{
    [Get("{kind}")]
    [ETag(MaxBytes = 100)]
    public static string Read(string kind, HttpContext context)
    {
        var response = context.Response;
        response.Headers.CacheControl = "max-age=60";
        response.Headers.Expires = "Sun, 01 Jun 2036 12:00:00 GMT";
        response.Headers.ContentLanguage = "en";
        if (kind.Contains("tagged", StringComparison.Ordinal))
        {
            response.Headers.ETag = "\"v1\"";
        }

        if (kind.Contains("weak", StringComparison.Ordinal))
        {
            response.Headers.ETag = "W/\"v1\"";
        }

        if (kind.Contains("dated", StringComparison.Ordinal))
        {
            response.Headers.LastModified = "Sun, 01 Jun 2025 12:00:00 GMT";
        }

        response.StatusCode = kind.Contains("missing", StringComparison.Ordinal) ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return kind.Contains("long", StringComparison.Ordinal) ? new string('x', 1000) : "state";
    }
}
