using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Internal;

/// <summary>
/// Reads bodies that do not come in one packet. A read that is cancelled is read on: nobody but the server cancels one, to wake it when
/// it begins to stop, and the rest of the body may still come.
/// </summary>
internal static class JsonBodyBuffer
{
    // A collection that is longer is read in pieces, so that its text is never in memory as a whole.
    private const int PieceSize = 64 * 1024;

    public static async ValueTask<BodyRead<T>> ReadAsync<T, TCodec>(HttpContext context, PipeReader body, bool allowEmpty)
        where TCodec : struct, IJsonCodec<T>
    {
        var cancellation = context.RequestAborted;
        try
        {
            while (true)
            {
                var result = await body.ReadAsync(cancellation);
                var buffer = result.Buffer;
                if (result.IsCompleted)
                {
                    var read = Parse<T, TCodec>(buffer, allowEmpty);
                    body.AdvanceTo(buffer.End);
                    return read;
                }

                if (buffer.Length >= PieceSize)
                {
                    return await ReadLongAsync<T, TCodec>(body, buffer, allowEmpty, cancellation);
                }

                body.AdvanceTo(buffer.Start, buffer.End);
            }
        }
        catch (CovetJsonException e)
        {
            return new BodyRead<T>(default, JsonBodyErrors.From(e, JsonPlace.Start));
        }
        catch (Exception e) when (JsonBodyErrors.TryExplain(context, e, out var errors))
        {
            return new BodyRead<T>(default, errors);
        }
    }

    private static async ValueTask<BodyRead<T>> ReadLongAsync<T, TCodec>(PipeReader body, ReadOnlySequence<byte> first, bool allowEmpty, CancellationToken cancellation)
        where TCodec : struct, IJsonCodec<T>
    {
        // Boxed once a long body; the check is a constant for codecs that are no collections.
        if (default(TCodec) is IJsonPiecewiseCodec<T> pieces && !TCodec.Settings.SkipComments && JsonArrayStart.TryFind(first.FirstSpan, out var start, out var place))
        {
            using var text = new JsonArrayText(first.FirstSpan[start..], place);
            text.Append(first.Slice(first.FirstSpan.Length));
            body.AdvanceTo(first.End);
            return await ReadPiecesAsync<T, TCodec>(body, text, pieces, cancellation);
        }

        using var whole = new JsonBytes(first);
        body.AdvanceTo(first.End);
        while (true)
        {
            var result = await body.ReadAsync(cancellation);
            whole.Append(result.Buffer);
            body.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted)
            {
                return JsonBody.Parse<T, TCodec>(whole.Written, allowEmpty);
            }
        }
    }

    private static async ValueTask<BodyRead<T>> ReadPiecesAsync<T, TCodec>(PipeReader body, JsonArrayText text, IJsonPiecewiseCodec<T> codec, CancellationToken cancellation)
        where TCodec : struct, IJsonCodec<T>
    {
        var items = codec.Begin();
        var completed = false;
        while (true)
        {
            while (text.TryTake(completed, PieceSize, out var piece))
            {
                if (ReadPiece<T, TCodec>(text, piece, codec, items, completed) is { } errors)
                {
                    return new BodyRead<T>(default, errors);
                }
            }

            if (completed)
            {
                return new BodyRead<T>(codec.End(items), null);
            }

            var result = await body.ReadAsync(cancellation);
            completed = result.IsCompleted;
            if (Append(text, result.Buffer) is { } refused)
            {
                return new BodyRead<T>(default, refused);
            }

            body.AdvanceTo(result.Buffer.End);
        }
    }

    private static RequestErrors? Append(JsonArrayText text, in ReadOnlySequence<byte> bytes)
    {
        try
        {
            text.Append(bytes);
            return null;
        }
        catch (CovetJsonException e)
        {
            return JsonBodyErrors.From(e, text.Place);
        }
    }

    private static RequestErrors? ReadPiece<T, TCodec>(JsonArrayText text, ReadOnlySpan<byte> piece, IJsonPiecewiseCodec<T> codec, object items, bool completed)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            var reader = new JsonReader(piece, TCodec.Settings);
            var count = codec.ReadItems(ref reader, items);
            reader.Complete();
            text.RequireItems(count, TCodec.Settings);
            text.Taken(count, completed);
            return null;
        }
        catch (CovetJsonException e)
        {
            return JsonBodyErrors.From(e, text.Place);
        }
    }

    private static BodyRead<T> Parse<T, TCodec>(ReadOnlySequence<byte> buffer, bool allowEmpty)
        where TCodec : struct, IJsonCodec<T>
    {
        if (buffer.IsSingleSegment)
        {
            return JsonBody.Parse<T, TCodec>(buffer.FirstSpan, allowEmpty);
        }

        using var whole = new JsonBytes(buffer);
        return JsonBody.Parse<T, TCodec>(whole.Written, allowEmpty);
    }
}
