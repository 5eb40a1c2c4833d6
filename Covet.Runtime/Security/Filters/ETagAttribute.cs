using System.Buffers.Text;
using System.Security.Cryptography;
using Covet.Internal;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Covet;

/// <summary>
/// Gives 200 answers to GET and HEAD an entity tag, the hash of the body, and judges the request's preconditions by it (RFC 9110
/// section 13): a caller that has the body already gets 304 without one, and one that asks for a state that is no more
/// (<c>If-Match</c>, <c>If-Unmodified-Since</c>) gets 412. An <c>ETag</c> or <c>Last-Modified</c> that the endpoint set itself is used
/// instead. It saves the transfer, not the work; a body that grows past <see cref="MaxBytes"/> goes out without a tag of Covet's.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class ETagAttribute : Attribute, IEndpointWrapper
{
    private int maxBytes = 1024 * 1024;

    // 16 bytes in base64url, and the quotes.
    private const int TagLength = 24;

    /// <summary>The largest body that is held back for its tag: 1 byte to 1 GiB; 1 MiB by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is none of these; an attribute that says so does not compile (CVT0703).</exception>
    public int MaxBytes
    {
        get => maxBytes;
        set => maxBytes = OptionRange.Check(value, 1, LimitRules.MostHeldBytes, nameof(ETagAttribute));
    }

    int IEndpointWrapper.Order => WrapperOrder.ETag;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? InvokeAsync(context, next) : next(context);

    private async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        int? status = null;
        TakeWhole(context.Request.Headers);
        await using var buffer = ResponseBuffer.Start(context, MaxBytes, () => (status = Judge(context)) is null);
        await next(context);
        var body = await buffer.TakeAsync();
        var response = context.Response;
        if (buffer.HasLeft || response.HasStarted)
        {
            return;
        }

        if (status is null && IsKnown(context, body.Length))
        {
            Tag(response, body.Span);
            status = Judge(context);
        }

        if (status is { } other)
        {
            await AnswerAsync(context, other);
        }
        else if (body.Length > 0)
        {
            response.ContentLength ??= body.Length;
            await ResponseBuffer.SendAsync(context, body);
        }
    }

    // A part has no tag of Covet's to be judged by, and an endpoint that makes no tag of its own does not know that one of Covet's is
    // another state's: then the whole is asked for, which section 14.2 allows at any time.
    private static void TakeWhole(IHeaderDictionary headers)
    {
        if (headers.Range.Count > 0 && (headers.IfMatch.Count > 0 || headers.IfRange.ToString().TrimStart('W', '/').Length == TagLength))
        {
            headers.Remove(HeaderNames.Range);
        }
    }

    // Of a HEAD that wrote nothing, as JSON and files do, nobody knows what a GET would have written.
    private static bool IsKnown(HttpContext context, int length) =>
        length > 0 || !HttpMethods.IsHead(context.Request.Method) || context.Response.Headers.ETag.Count > 0 || context.Response.Headers.LastModified.Count > 0;

    private static void Tag(HttpResponse response, ReadOnlySpan<byte> body)
    {
        if (response.StatusCode == StatusCodes.Status200OK && response.Headers.ETag.Count == 0 && response.Headers.LastModified.Count == 0)
        {
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(body, hash);

            // Compression makes another representation of the answer after its tag is made, and a strong tag is that of one alone (section 8.8.3.3).
            var strength = response.HttpContext.Features.Get<IHttpsCompressionFeature>() is null ? "" : "W/";
            response.Headers.ETag = strength + "\"" + Base64Url.EncodeToString(hash[..16]) + "\"";
        }
    }

    // Section 13.2.1: preconditions count only where the answer without them would be a success.
    private static int? Judge(HttpContext context)
    {
        if (context.Response.StatusCode is < 200 or > 299)
        {
            return null;
        }

        var headers = context.Response.Headers;
        var etag = EntityTagHeaderValue.TryParse(headers.ETag.ToString(), out var parsed) ? parsed : null;
        var lastModified = HeaderUtilities.TryParseDate(headers.LastModified.ToString(), out var date) ? date : (DateTimeOffset?)null;
        return ConditionalRequest.Evaluate(context.Request, etag, lastModified);
    }

    private static Task AnswerAsync(HttpContext context, int status)
    {
        // Section 15.4.5: what describes the body goes, what describes the resource stays.
        var headers = context.Response.Headers;
        headers.ContentType = default;
        headers.ContentLength = null;
        headers.ContentEncoding = default;
        headers.ContentRange = default;
        headers.ContentDisposition = default;
        if (status == StatusCodes.Status304NotModified)
        {
            context.Response.StatusCode = status;
            return Task.CompletedTask;
        }

        // A cache that believed the endpoint's lifetime would give the refusal to callers who asked for no state.
        headers.CacheControl = "no-store";
        headers.Expires = default;
        return Problem.WriteAsync(context, status);
    }
}
