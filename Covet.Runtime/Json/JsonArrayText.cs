using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Internal;

/// <summary>The text of a long array on its way in: bytes are added at the end, and whole items are taken out at the front.</summary>
internal sealed class JsonArrayText : IDisposable
{
    private byte[] buffer;
    private int length;
    private JsonArrayScanner scanner = new();
    private JsonPlace place;
    private bool ended;

    /// <summary>Begins with the first bytes of the body.</summary>
    /// <param name="first">The bytes, from the array's bracket.</param>
    /// <param name="place">Where the bracket stands.</param>
    public JsonArrayText(ReadOnlySpan<byte> first, JsonPlace place)
    {
        this.place = place;
        buffer = ArrayPool<byte>.Shared.Rent(Math.Max(first.Length, 4096));
        Append(first);
    }

    /// <summary>Where the piece that was taken last stands in the body.</summary>
    public JsonPlace Place => place;

    /// <summary>How many bytes wait.</summary>
    public int Length => length;

    /// <summary>Adds bytes. What follows the array's end is only looked at.</summary>
    /// <exception cref="CovetJsonException">Something other than white space follows the array.</exception>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (ended)
        {
            CheckRest(bytes);
            return;
        }

        if (buffer.Length - length < bytes.Length)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(buffer.AsSpan(length));
        length += bytes.Length;
        scanner.Scan(buffer.AsSpan(0, length));
    }

    /// <summary>Adds all segments.</summary>
    public void Append(in ReadOnlySequence<byte> bytes)
    {
        foreach (var segment in bytes)
        {
            Append(segment.Span);
        }
    }

    /// <summary>The items that are whole, as an array; false while there is none.</summary>
    /// <param name="bodyEnded">Whether nothing comes any more, so that what is left is taken, whole or not.</param>
    /// <param name="least">How many bytes have to wait for it to be worth the while.</param>
    /// <param name="piece">The text; valid until <see cref="Taken"/>.</param>
    public bool TryTake(bool bodyEnded, int least, out ReadOnlySpan<byte> piece)
    {
        piece = default;
        if (ended)
        {
            return false;
        }

        if (scanner.End >= 0)
        {
            piece = buffer.AsSpan(0, scanner.End + 1);
            return true;
        }

        if (scanner.Cut >= 0 && length >= least)
        {
            buffer[scanner.Cut] = (byte)']';
            piece = buffer.AsSpan(0, scanner.Cut + 1);
            return true;
        }

        piece = buffer.AsSpan(0, length);
        return bodyEnded;
    }

    /// <summary>Removes the piece that <see cref="TryTake"/> gave out.</summary>
    /// <param name="items">How many items it had.</param>
    /// <param name="bodyEnded">Whether it was asked for as the last one.</param>
    /// <exception cref="CovetJsonException">The array goes on after a comma with nothing, or something follows it.</exception>
    public void Taken(int items, bool bodyEnded)
    {
        if (scanner.End >= 0)
        {
            ended = true;
            CheckRest(buffer.AsSpan(scanner.End + 1, length - scanner.End - 1));
            return;
        }

        if (scanner.Cut < 0)
        {
            ended = bodyEnded;
            return;
        }

        var cut = scanner.Cut;
        place = After(cut, items);
        buffer[cut] = (byte)'[';
        buffer.AsSpan(cut, length - cut).CopyTo(buffer);
        length -= cut;
        scanner.Shift();
    }

    /// <summary>Refuses a last piece without items: it stands after a comma, which the piece does not show.</summary>
    /// <exception cref="CovetJsonException">The array ends after a comma.</exception>
    public void RequireItems(int items, JsonSettings settings)
    {
        if (items == 0 && place.Items > 0 && !settings.AllowTrailingCommas)
        {
            throw new CovetJsonException([At(scanner.End, "A value is missing after the comma.")], null);
        }
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void CheckRest(ReadOnlySpan<byte> rest)
    {
        if (rest.IndexOfAnyExcept(" \t\r\n"u8) >= 0)
        {
            throw new CovetJsonException([At(scanner.End + 1, "Nothing may follow the JSON value.")], null);
        }
    }

    private CovetJsonError At(int position, string message)
    {
        var before = buffer.AsSpan(0, Math.Min(position, length));
        return new CovetJsonError("$", RequestErrorCodes.MalformedJson, message, before.Count((byte)'\n'), position - before.LastIndexOf((byte)'\n') - 1);
    }

    // The byte at the cut is the next piece's bracket, so that columns fit where the cut was on the piece's first line.
    private JsonPlace After(int cut, int items)
    {
        var taken = buffer.AsSpan(0, cut);
        var lastBreak = taken.LastIndexOf((byte)'\n');
        return new JsonPlace(place.Line + taken.Count((byte)'\n'), lastBreak < 0 ? place.Column + cut : cut - lastBreak - 1, place.Items + items);
    }

    private void Grow(int more)
    {
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(length + more), (int)Math.Min(2L * buffer.Length, Array.MaxLength)));
        buffer.AsSpan(0, length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
