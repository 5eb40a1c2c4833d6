using System.Buffers;
using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>Reads a body that is an array of items an item at a time, as it arrives.</summary>
internal static class JsonBodyStream
{
    public static async IAsyncEnumerable<T> ReadAsync<T, TCodec>(HttpContext context, bool allowNull, int validationStatusCode, [EnumeratorCancellation] CancellationToken cancellation)
        where TCodec : struct, IJsonCodec<T>
    {
        if (JsonBodyChecks.Refuse(context, allowEmpty: false, out _) is { } refused)
        {
            throw new InvalidItemException(refused, validationStatusCode);
        }

        using var linked = cancellation.CanBeCanceled ? CancellationTokenSource.CreateLinkedTokenSource(cancellation, context.RequestAborted) : null;
        var source = new JsonBodySource(context, validationStatusCode, linked?.Token ?? context.RequestAborted);
        using var text = await source.BeginAsync();
        var items = new List<T>();
        while (true)
        {
            while (text.TryTake(source.Completed, 0, out var piece))
            {
                ReadPiece<T, TCodec>(text, piece, items, allowNull, source);
                foreach (var item in items)
                {
                    yield return item;
                }

                items.Clear();
            }

            if (source.Completed)
            {
                yield break;
            }

            await source.ContinueAsync(text);
        }
    }

    private static void ReadPiece<T, TCodec>(JsonArrayText text, ReadOnlySpan<byte> piece, List<T> items, bool allowNull, JsonBodySource source)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            var reader = new JsonReader(piece, TCodec.Settings);
            if (reader.BeginArray())
            {
                while (reader.NextItem())
                {
                    var item = TCodec.Read(ref reader);
                    if (item is null && !allowNull && !typeof(T).IsValueType)
                    {
                        reader.RejectNull();
                    }

                    items.Add(item!);
                }
            }

            reader.Complete();
            text.RequireItems(items.Count, TCodec.Settings);
            text.Taken(items.Count, source.Completed);
        }
        catch (CovetJsonException e)
        {
            throw source.Bad(JsonBodyErrors.From(e, text.Place), e);
        }
    }
}
