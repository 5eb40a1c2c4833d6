using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;

namespace Covet.Internal;

/// <summary>What is known of a body before its first byte is read.</summary>
internal static class JsonBodyChecks
{
    private const long SurelyAllowed = 16 * 1024;

    /// <summary>Why the body is not read at all; null where it is, or where it is absent and may be.</summary>
    public static RequestErrors? Refuse(HttpContext context, bool allowEmpty, out bool empty)
    {
        empty = false;
        var request = context.Request;
        var length = request.ContentLength;
        if (!JsonMediaType.IsJson(request.ContentType) && !IsNamed(context))
        {
            if (request.ContentType is not null || HasBody(context, length))
            {
                return JsonBodyErrors.Fail(StatusCodes.Status415UnsupportedMediaType, RequestErrorCodes.UnsupportedMediaType, JsonMediaType.Describe(request.ContentType));
            }

            empty = allowEmpty;
            return allowEmpty ? null : JsonBodyErrors.Missing();
        }

        // The server refuses a body over its limit too, but by an exception, which costs more than the check.
        return length > SurelyAllowed && context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize is { } limit && length > limit
            ? JsonBodyErrors.TooLarge(limit)
            : null;
    }

    /// <summary>Passes over a byte order mark (RFC 8259, section 8.1, lets a reader do so); says whether nothing but white space is left.</summary>
    public static ReadOnlySpan<byte> TrimStart(ReadOnlySpan<byte> utf8, out bool blank)
    {
        if (utf8.StartsWith("\uFEFF"u8))
        {
            utf8 = utf8[3..];
        }

        blank = utf8.IndexOfAnyExcept(" \t\r\n"u8) < 0;
        return utf8;
    }

    // A type that [Consumes] names, as text/json; others were refused before. What it holds is JSON, as the handler takes JSON.
    private static bool IsNamed(HttpContext context) =>
        context.Request.ContentType is { } contentType && JsonMediaType.IsUtf8(contentType) && context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes.Count: > 0 };

    private static bool HasBody(HttpContext context, long? length) =>
        length > 0 || (length is null && (context.Features.Get<IHttpRequestBodyDetectionFeature>()?.CanHaveBody ?? true));
}
