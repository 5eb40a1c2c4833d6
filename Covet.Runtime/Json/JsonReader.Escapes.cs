using System.Buffers;
using System.Text;

namespace Covet.Internal;

// Strings with escapes (RFC 8259, section 7). Half of a surrogate pair is no text.
public ref partial struct JsonReader
{
    private const string WholeText = "a string without half of a surrogate pair";

    /// <summary>Whether what stands between quotes is text: each escape is one, and none is half of a surrogate pair.</summary>
    internal static bool IsText(ReadOnlySpan<byte> raw)
    {
        var high = false;
        while (raw.IndexOf((byte)'\\') is >= 0 and var clean)
        {
            var length = raw.Length - clean < 2 ? 0 : raw[clean + 1] == (byte)'u' ? 6 : 2;
            if (length == 0 || raw.Length - clean < length || (high && clean > 0))
            {
                return false;
            }

            var c = length == 2 ? default : HexUnit(raw[(clean + 2)..]);
            if (c < 0 || char.IsLowSurrogate((char)c) != high)
            {
                return false;
            }

            high = char.IsHighSurrogate((char)c);
            raw = raw[(clean + length)..];
        }

        return !high;
    }

    /// <summary>The text that stands between quotes; null where it is none.</summary>
    internal static string? Unescape(ReadOnlySpan<byte> raw)
    {
        var chars = new char[raw.Length];
        return IsText(raw) && TryUnescape(raw, chars, out var count) ? new string(chars, 0, count) : null;
    }

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
                : Invalid<string>(start - 1, WholeText);
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

    // The UTF-16 unit of four digits; -1 where one of them is none.
    private static int HexUnit(ReadOnlySpan<byte> digits)
    {
        foreach (var digit in digits[..4])
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return -1;
            }
        }

        return (Hex(digits[0]) << 12) | (Hex(digits[1]) << 8) | (Hex(digits[2]) << 4) | Hex(digits[3]);
    }

    private static int Hex(byte digit) => digit <= (byte)'9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
