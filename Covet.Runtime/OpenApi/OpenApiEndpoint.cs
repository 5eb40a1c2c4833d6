using System.Buffers;

namespace Covet.Internal;

/// <summary>Answers requests for a document.</summary>
internal static class OpenApiEndpoint
{
    public static RequestDelegate Json(OpenApiDocumentStore store) => async context =>
        await ServeAsync(context, await store.JsonAsync());

    public static RequestDelegate Yaml(OpenApiDocumentStore store) => async context =>
        await ServeAsync(context, await store.YamlAsync());

    private static async Task ServeAsync(HttpContext context, OpenApiContent content)
    {
        var request = context.Request;
        var response = context.Response;
        var coding = ContentNegotiation.ChooseCoding(request.Headers.AcceptEncoding);
        var entityTag = content.EntityTag(coding);

        response.Headers.ETag = entityTag;
        response.Headers.Vary = "Accept-Encoding";
        response.Headers.CacheControl = "no-cache";
        if (ContentNegotiation.IsNotModified(request.Headers.IfNoneMatch, entityTag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = content.ContentType;
        response.ContentLength = content.Bytes(coding).Length;
        if (coding != ContentCoding.Identity)
        {
            response.Headers.ContentEncoding = "gzip";
        }

        if (!HttpMethods.IsHead(request.Method))
        {
            response.BodyWriter.Write(content.Bytes(coding));
            await response.BodyWriter.FlushAsync(context.RequestAborted);
        }
    }
}
