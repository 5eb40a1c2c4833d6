using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Covet;

/// <summary>
/// The hash of a request, by which a retry is told from another request with the same key. Of a form it is the fields and files
/// that count: middleware may have read the body for them, and each retry of a multipart form has a boundary of its own.
/// </summary>
internal static class IdempotencyFingerprint
{
    /// <summary>Hashes a request, and leaves its body to be read from its start.</summary>
    /// <exception cref="InvalidOperationException">Others have used up the body, so that nothing can be said of it.</exception>
    public static async Task<string> ComputeAsync(HttpContext context)
    {
        var request = context.Request;
        using var hash = new RequestHash();
        hash.Add(request.PathBase.Value);
        hash.Add(request.Path.Value);
        hash.Add(request.QueryString.Value);
        if (await FormAsync(context) is { } form)
        {
            var type = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
            hash.Add(type?.MediaType.Value ?? request.ContentType);
            hash.Add(type?.Charset.Value);
            await hash.AddAsync(form, context.RequestAborted);
        }
        else
        {
            Rewind(context);
            hash.Add(request.ContentType);
            await hash.AddAsync(request.Body, context.RequestAborted);
        }

        if (request.Body.CanSeek)
        {
            request.Body.Position = 0;
        }

        return hash.Finish();
    }

    // Null for all that is hashed as it came: other bodies; encoded forms that nobody has read, as they have no boundary and the
    // endpoint may want to read by itself; and what is no form, for its endpoint to say so.
    private static async Task<IFormCollection?> FormAsync(HttpContext context)
    {
        var request = context.Request;
        if (!request.HasFormContentType)
        {
            return null;
        }

        if (context.Features.Get<IFormFeature>()?.Form is { } read)
        {
            return read;
        }

        Rewind(context);
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.SubType.Equals("form-data", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        try
        {
            return await request.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or (IOException and not BadHttpRequestException))
        {
            return null;
        }
    }

    private static void Rewind(HttpContext context)
    {
        var request = context.Request;
        if (!request.Body.CanSeek)
        {
            // The server's limit cannot be set any more once somebody has begun to read.
            if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: false }
                && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: true })
            {
                throw new InvalidOperationException("[Idempotent] cannot tell a retry from another request: middleware before it has read the body. It must call Request.EnableBuffering() before it reads.");
            }

            request.EnableBuffering();
        }

        request.Body.Position = 0;
    }
}
