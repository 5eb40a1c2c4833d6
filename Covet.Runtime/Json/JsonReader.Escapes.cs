using System.Buffers;
using System.Text;

namespace Covet.Internal;

// Strings with escapes (RFC 8259, section 7). Half of a surrogate pair is no text.
public ref partial struct JsonReader
{
    // The string whose first byte after the quote is at a position, and which ends before pos.
    private string? Unescape(int start)
    {
        var text = data[start..(pos - 1)];
        char[]? rented = null;
        var chars = text.Length <= StackChars ? stackalloc char[StackChars] : (rented = ArrayPool<char>.Shared.Rent(text.Length));
        try
        {
            return TryUnescape(text, chars, out var count)
                ? new string(chars[..count])
                : Invalid<string>(start - 1, "a string without half of a surrogate pair");
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<char>.Shared.Return(rented);
            }
        }
    }

    private bool TryUnescape(int start, out ReadOnlySpan<byte> text)
    {
        var unescaped = Unescape(start + 1);
        text = unescaped is null ? default : Encoding.UTF8.GetBytes(unescaped);
        return unescaped is not null;
    }

    private static bool TryUnescape(ReadOnlySpan<byte> text, Span<char> target, out int count)
    {
        count = 0;
        char high = default;
        while (text.Length > 0)
        {
            var clean = text.IndexOf((byte)'\\');
            if (clean != 0)
            {
                if (high != default)
                {
                    return false;
                }

                var segment = clean < 0 ? text : text[..clean];
                count += Encoding.UTF8.GetChars(segment, target[count..]);
                text = text[segment.Length..];
                continue;
            }

            var c = text[1] switch
            {
                (byte)'b' => '\b',
                (byte)'f' => '\f',
                (byte)'n' => '\n',
                (byte)'r' => '\r',
                (byte)'t' => '\t',
                (byte)'u' => (char)((Hex(text[2]) << 12) | (Hex(text[3]) << 8) | (Hex(text[4]) << 4) | Hex(text[5])),
                var same => (char)same,
            };
            text = text[(text[1] == (byte)'u' ? 6 : 2)..];
            if (char.IsLowSurrogate(c) != (high != default))
            {
                return false;
            }

            high = char.IsHighSurrogate(c) ? c : default;
            target[count++] = c;
        }

        return high == default;
    }

    private static int Hex(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
