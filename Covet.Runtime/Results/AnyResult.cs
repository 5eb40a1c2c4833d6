using System.Buffers;

namespace Covet.Internal;

/// <summary>
/// Writes values whose types are known at run time alone. Results of ASP.NET Core that hold a value would ask
/// System.Text.Json for its type, which a native binary cannot find; those are written by the generated codecs.
/// </summary>
internal static class AnyResult
{
    /// <summary>Writes an <see cref="IResult"/>, text, or a value as JSON.</summary>
    /// <exception cref="NotSupportedException">The value has a type for which no JSON codec is generated.</exception>
    public static Task WriteAsync(HttpContext context, object? value) => value switch
    {
        INestedHttpResult nested => WriteAsync(context, nested.Result),
        IResult result and IValueHttpResult { Value: { } inner } when IsPlain(result) && JsonCodecs.Find(inner.GetType()) is not null =>
            WriteJsonAsync(context, inner, (result as IStatusCodeHttpResult)?.StatusCode),
        IResult result => ResultWriter.ResultAsync(context, result),
        string text => ResultWriter.TextAsync(context, text),
        _ => WriteJsonAsync(context, value, null),
    };

    // Those with a content type or a location of their own have more to write than a status and a body.
    private static bool IsPlain(IResult result) =>
        result is not IContentTypeHttpResult and not IStatusCodeHttpResult { StatusCode: StatusCodes.Status201Created or StatusCodes.Status202Accepted };

    private static async Task WriteJsonAsync(HttpContext context, object? value, int? status)
    {
        var codec = value is null ? null : JsonCodecs.Find(value.GetType()) ?? throw JsonCodecs.Missing(value.GetType());
        var output = new ArrayBufferWriter<byte>();
        if (codec is null)
        {
            output.Write("null"u8);
        }
        else
        {
            var writer = new JsonWriter(output, codec.Settings);
            codec.WriteObject(ref writer, value!);
            writer.Flush();
        }

        context.Response.StatusCode = status ?? context.Response.StatusCode;
        context.Response.ContentType = JsonResponse.ContentType;
        context.Response.ContentLength = output.WrittenCount;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(output.WrittenMemory, context.RequestAborted);
        }
    }
}
