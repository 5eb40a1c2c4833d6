using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>Reads JSON request bodies for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonBody
{
    /// <summary>
    /// Reads the request's body as one JSON value. Another content type is 415, a body over the limit 413, malformed JSON
    /// 400 with line and byte position; a missing body is an error unless <paramref name="allowEmpty"/>.
    /// </summary>
    public static ValueTask<BodyRead<T>> ReadAsync<T, TCodec>(HttpContext context, bool allowEmpty)
        where TCodec : struct, IJsonCodec<T>
    {
        if (JsonBodyChecks.Refuse(context, allowEmpty, out var empty) is { } refused)
        {
            return new ValueTask<BodyRead<T>>(new BodyRead<T>(default, refused));
        }

        if (empty)
        {
            return new ValueTask<BodyRead<T>>(default(BodyRead<T>));
        }

        // A small body mostly comes in one packet with its headers: then nothing waits, and it is read where it lies.
        var body = context.Request.BodyReader;
        try
        {
            if (!body.TryRead(out var result))
            {
                return JsonBodyBuffer.ReadAsync<T, TCodec>(context, body, allowEmpty);
            }

            if (result.IsCanceled || !result.IsCompleted || !result.Buffer.IsSingleSegment)
            {
                body.AdvanceTo(result.Buffer.Start);
                return JsonBodyBuffer.ReadAsync<T, TCodec>(context, body, allowEmpty);
            }

            var read = Parse<T, TCodec>(result.Buffer.FirstSpan, allowEmpty);
            body.AdvanceTo(result.Buffer.End);
            return new ValueTask<BodyRead<T>>(read);
        }
        catch (Exception e) when (JsonBodyErrors.TryExplain(context, e, out var errors))
        {
            return new ValueTask<BodyRead<T>>(new BodyRead<T>(default, errors));
        }
    }

    /// <summary>Reads the request's body as a JSON array, an item at a time as it arrives.</summary>
    /// <param name="context">The request.</param>
    /// <param name="allowNull">Whether an item may be null.</param>
    /// <param name="validationStatusCode">The status of an answer that lists errors, where they name none.</param>
    /// <returns>The items; its enumeration throws <see cref="BadHttpRequestException"/> with the status that says what is wrong.</returns>
    public static IAsyncEnumerable<T> ReadStreamAsync<T, TCodec>(HttpContext context, bool allowNull = false, int validationStatusCode = StatusCodes.Status400BadRequest)
        where TCodec : struct, IJsonCodec<T> => JsonBodyStream.ReadAsync<T, TCodec>(context, allowNull, validationStatusCode, CancellationToken.None);

    /// <summary>Reads a body that is in memory as a whole.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static BodyRead<T> Parse<T, TCodec>(ReadOnlySpan<byte> utf8, bool allowEmpty)
        where TCodec : struct, IJsonCodec<T>
    {
        if (utf8.IsEmpty || utf8[0] is 0xEF or <= (byte)' ')
        {
            utf8 = JsonBodyChecks.TrimStart(utf8, out var blank);
            if (blank)
            {
                return JsonBodyErrors.Empty<T>(allowEmpty);
            }
        }

        try
        {
            var reader = new JsonReader(utf8, TCodec.Settings);
            var value = TCodec.Read(ref reader);
            reader.Complete();
            return value is null ? JsonBodyErrors.Empty<T>(allowEmpty) : new BodyRead<T>(value, null);
        }
        catch (CovetJsonException e)
        {
            return new BodyRead<T>(default, JsonBodyErrors.From(e, JsonPlace.Start));
        }
    }
}
