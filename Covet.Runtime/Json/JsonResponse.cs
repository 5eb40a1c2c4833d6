namespace Covet.Internal;

/// <summary>Writes JSON responses for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonResponse
{
    /// <summary>The content type of JSON (RFC 8259, section 11).</summary>
    public const string ContentType = "application/json; charset=utf-8";

    /// <summary>Writes <paramref name="value"/> as the response's body; small bodies carry <c>Content-Length</c>.</summary>
    public static Task WriteAsync<T, TCodec>(HttpContext context, T value, int statusCode = StatusCodes.Status200OK, string contentType = ContentType)
        where TCodec : struct, IJsonCodec<T>
    {
        var response = context.Response;
        var head = HttpMethods.IsHead(context.Request.Method);
        var output = JsonResponseBuffer.Rent(head ? null : context);
        try
        {
            // Before the first byte may leave, and after nothing that may throw.
            response.StatusCode = statusCode;
            response.ContentType = contentType;
            var writer = new JsonWriter(output, TCodec.Settings);
            if (value is null)
            {
                writer.WriteNull();
            }
            else
            {
                TCodec.Write(ref writer, value);
            }

            writer.Flush();
        }
        catch
        {
            output.Abandon();
            throw;
        }

        if (head)
        {
            response.ContentLength = output.Total;
            output.Return();
            return Task.CompletedTask;
        }

        return output.SendAsync();
    }

    /// <summary>Writes <paramref name="values"/> as a JSON array, an item at a time, with backpressure and cancellation.</summary>
    public static Task WriteStreamAsync<T, TCodec>(HttpContext context, IAsyncEnumerable<T> values, int statusCode = StatusCodes.Status200OK)
        where TCodec : struct, IJsonCodec<T>
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = ContentType;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : JsonResponseStream.WriteAsync<T, TCodec>(context, values);
    }
}
