using Microsoft.Net.Http.Headers;

namespace Covet;

/// <summary>Evaluates the preconditions of a request (RFC 9110 section 13).</summary>
public static class ConditionalRequest
{
    /// <summary>
    /// Says how to answer a request for a resource in its present state, in the order of RFC 9110 section 13.2.2. Call it
    /// before changing the resource, in the same transaction.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="etag">The resource's entity tag; null where it has none.</param>
    /// <param name="lastModified">When the resource changed last; null where that is not known.</param>
    /// <param name="exists">Whether the resource exists; false makes <c>If-Match: *</c> fail and <c>If-None-Match: *</c> hold.</param>
    /// <returns>412 where a precondition failed, 304 where the caller has the state already, null to go on.</returns>
    /// <example>
    /// <code>
    /// if (ConditionalRequest.Evaluate(request, new EntityTagHeaderValue($"\"{order.Version}\"")) is { } status)
    ///     return TypedResults.StatusCode(status);
    /// </code>
    /// </example>
    public static int? Evaluate(HttpRequest request, EntityTagHeaderValue? etag, DateTimeOffset? lastModified = null, bool exists = true)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (HttpMethods.IsOptions(request.Method) || HttpMethods.IsTrace(request.Method) || HttpMethods.IsConnect(request.Method))
        {
            // Section 13.2.1: these neither select a representation nor change one.
            return null;
        }

        var headers = request.Headers;
        if (headers.IfMatch.Count > 0)
        {
            if (!Matches(headers.IfMatch, etag, exists, strong: true))
            {
                return StatusCodes.Status412PreconditionFailed;
            }
        }
        else if (Date(headers.IfUnmodifiedSince) is { } unmodifiedSince && lastModified is { } changed && Second(changed) > unmodifiedSince)
        {
            return StatusCodes.Status412PreconditionFailed;
        }

        var reads = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        if (headers.IfNoneMatch.Count > 0)
        {
            return !Matches(headers.IfNoneMatch, etag, exists, strong: false) ? null
                : reads ? StatusCodes.Status304NotModified
                : StatusCodes.Status412PreconditionFailed;
        }

        return reads && Date(headers.IfModifiedSince) is { } modifiedSince && lastModified is { } last && Second(last) <= modifiedSince
            ? StatusCodes.Status304NotModified
            : null;
    }

    private static bool Matches(Microsoft.Extensions.Primitives.StringValues header, EntityTagHeaderValue? etag, bool exists, bool strong)
    {
        if (header is ["*"])
        {
            return exists;
        }

        if (etag is null || !EntityTagHeaderValue.TryParseList(header, out var tags))
        {
            return false;
        }

        foreach (var tag in tags)
        {
            if (tag.Compare(etag, strong))
            {
                return true;
            }
        }

        return false;
    }

    // A date that is no date is ignored (sections 13.1.3 and 13.1.4).
    private static DateTimeOffset? Date(string? text) => text is not null && HeaderUtilities.TryParseDate(text, out var date) ? date : null;

    // Dates in headers have whole seconds.
    private static DateTimeOffset Second(DateTimeOffset date) => new(date.Ticks - (date.Ticks % TimeSpan.TicksPerSecond), date.Offset);
}
