using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Covet;

/// <summary>
/// Gives 200 answers to GET and HEAD an entity tag, the hash of the body, and answers 304 without a body to a caller that
/// has it (RFC 9110 section 13). An <c>ETag</c> or <c>Last-Modified</c> that the endpoint set itself is used instead. It
/// saves the transfer, not the work; a body that grows past <see cref="MaxBytes"/> goes out without a tag.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class ETagAttribute : Attribute, IEndpointWrapper
{
    /// <summary>The largest body that is held back for its tag; 1 MiB by default.</summary>
    public int MaxBytes { get; set; } = 1024 * 1024;

    int IEndpointWrapper.Order => WrapperOrder.ETag;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method) ? InvokeAsync(context, next) : next(context);

    private async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await using var buffer = ResponseBuffer.Start(context, MaxBytes);
        await next(context);
        var body = await buffer.TakeAsync();
        var response = context.Response;
        if (buffer.HasLeft || response.HasStarted)
        {
            return;
        }

        if (response.StatusCode == StatusCodes.Status200OK && NotModified(context, body.Span))
        {
            // Section 15.4.5: what describes the body goes, what describes the resource stays.
            response.StatusCode = StatusCodes.Status304NotModified;
            response.Headers.ContentType = default;
            response.Headers.ContentLength = null;
            response.Headers.ContentEncoding = default;
            return;
        }

        if (body.Length > 0)
        {
            response.ContentLength ??= body.Length;
            await response.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    private static bool NotModified(HttpContext context, ReadOnlySpan<byte> body)
    {
        var headers = context.Response.Headers;
        if (headers.ETag.Count == 0 && headers.LastModified.Count == 0)
        {
            Span<byte> hash = stackalloc byte[32];
            SHA256.HashData(body, hash);
            headers.ETag = "\"" + Base64Url.EncodeToString(hash[..16]) + "\"";
        }

        var etag = EntityTagHeaderValue.TryParse(headers.ETag.ToString(), out var parsed) ? parsed : null;
        var lastModified = HeaderUtilities.TryParseDate(headers.LastModified.ToString(), out var date) ? date : (DateTimeOffset?)null;
        return ConditionalRequest.Evaluate(context.Request, etag, lastModified) == StatusCodes.Status304NotModified;
    }
}
