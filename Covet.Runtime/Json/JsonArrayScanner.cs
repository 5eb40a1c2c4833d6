using System.Buffers;

namespace Covet.Internal;

/// <summary>
/// Finds where a growing text of an array may be cut: at the commas between its items. It believes that the text is JSON;
/// the reader of the pieces finds where it is not.
/// </summary>
internal struct JsonArrayScanner
{
    private static readonly SearchValues<byte> Structure = SearchValues.Create("\"[]{},"u8);

    private int position;
    private int depth;
    private int lastDelimiter;
    private bool inString;

    /// <summary>A scanner of a text whose first byte is the array's bracket.</summary>
    public JsonArrayScanner()
    {
        Cut = -1;
        End = -1;
    }

    /// <summary>The last comma between items, or -1.</summary>
    public int Cut { get; private set; }

    /// <summary>The bracket that ends the array, or -1.</summary>
    public int End { get; private set; }

    /// <summary>Goes on where the last call stopped; the text is the same with more behind it.</summary>
    public void Scan(ReadOnlySpan<byte> text)
    {
        while (End < 0 && position < text.Length)
        {
            if (inString)
            {
                ScanString(text);
                continue;
            }

            var next = text[position..].IndexOfAny(Structure);
            if (next < 0)
            {
                position = text.Length;
                return;
            }

            position += next;
            Take(text);
            position++;
        }
    }

    /// <summary>Tells that the text up to and with the cut was taken out, and a bracket put before the rest.</summary>
    public void Shift()
    {
        position -= Cut;
        lastDelimiter = 0;
        Cut = -1;
    }

    private void Take(ReadOnlySpan<byte> text)
    {
        switch (text[position])
        {
            case (byte)'"':
                inString = true;
                break;
            case (byte)'[' or (byte)'{':
                depth++;
                break;
            case (byte)',':
                // A comma with no value before it is no place to cut: the reader has to see it.
                if (depth == 1 && text[(lastDelimiter + 1)..position].IndexOfAnyExcept(" \t\r\n"u8) >= 0)
                {
                    Cut = position;
                    lastDelimiter = position;
                }

                break;
            default:
                if (--depth == 0)
                {
                    End = position;
                }

                break;
        }
    }

    private void ScanString(ReadOnlySpan<byte> text)
    {
        var next = text[position..].IndexOfAny((byte)'"', (byte)'\\');
        if (next < 0)
        {
            position = text.Length;
            return;
        }

        position += next;
        if (text[position] == (byte)'"')
        {
            inString = false;
            position++;
        }
        else
        {
            // Beyond the text where the escape is cut in two: then what it escapes is passed over when it comes.
            position += 2;
        }
    }
}
