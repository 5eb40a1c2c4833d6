using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;

namespace Covet.Internal;

// Strings: found by blocks of 16 bytes; those without an escape become a value in one step.
public ref partial struct JsonReader
{
    private const int StackChars = 256;

    /// <summary>Reads a string or null.</summary>
    public string? ReadString()
    {
        var next = Peek();
        if (next == (byte)'"')
        {
            return ReadStringBody();
        }

        return next == (byte)'n' && ReadNullLiteral() ? null : Mismatch<string>("a string");
    }

    /// <summary>Reads a string; null is recorded as an error.</summary>
    public string? ReadRequiredString() => Peek() == (byte)'"' ? ReadStringBody() : Mismatch<string>("a string");

    /// <summary>Reads a string of one character.</summary>
    public char ReadChar()
    {
        if (!TryReadText("a string of one character", out var text, out var start))
        {
            return default;
        }

        Span<char> one = stackalloc char[2];
        return text.Length is > 0 and <= 3 && Encoding.UTF8.TryGetChars(text, one, out var count) && count == 1
            ? one[0]
            : Invalid<char>(start, "a string of one character");
    }

    /// <summary>Reads base64 (RFC 4648, section 4) or null.</summary>
    public byte[]? ReadBase64()
    {
        if (TryReadNull())
        {
            return null;
        }

        if (!TryReadText("a base64 string", out var text, out var start))
        {
            return null;
        }

        var buffer = new byte[Base64.GetMaxDecodedFromUtf8Length(text.Length)];
        if (Base64.DecodeFromUtf8(text, buffer, out var consumed, out var written) != OperationStatus.Done || consumed != text.Length)
        {
            return Invalid<byte[]>(start, "a base64 string");
        }

        return written == buffer.Length ? buffer : buffer[..written];
    }

    /// <summary>Reads the text of a string, unescaped; false where the value is no string, which is recorded and passed over.</summary>
    /// <param name="expected">What the type needs, with its article.</param>
    /// <param name="text">The text; valid while the input is.</param>
    /// <param name="start">The position of the value.</param>
    public bool TryReadText(string expected, out ReadOnlySpan<byte> text, out int start)
    {
        var next = Peek();
        start = pos;
        if (next != (byte)'"')
        {
            text = default;
            return Mismatch<bool>(expected);
        }

        var end = Scan(pos + 1);
        if (IsQuote(end))
        {
            text = data[(pos + 1)..end];
            pos = end + 1;
            return true;
        }

        SkipString();
        return TryUnescape(start, out text);
    }

    private ReadOnlySpan<byte> ReadName()
    {
        var start = pos + 1;
        var end = Scan(start);
        if (IsQuote(end))
        {
            pos = end + 1;
            return data[start..end];
        }

        SkipString();
        _ = TryUnescape(start - 1, out var name);
        return name;
    }

    private string? ReadStringBody()
    {
        var start = pos + 1;
        var end = Scan(start);
        if (IsQuote(end))
        {
            pos = end + 1;
            return Make(data[start..end]);
        }

        SkipString();
        return Unescape(start);
    }

    private readonly bool IsQuote(int at) => (uint)at < (uint)data.Length && data[at] == (byte)'"';

    // The position of the first quote, backslash or control character, or the end of the input.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Scan(int start)
    {
        ref var from = ref MemoryMarshal.GetReference(data);
        var i = start;
        while (Vector128.IsHardwareAccelerated && i + 16 <= data.Length)
        {
            var block = Vector128.LoadUnsafe(ref from, (nuint)i);
            var hits = (Vector128.Equals(block, Vector128.Create((byte)'"'))
                | Vector128.Equals(block, Vector128.Create((byte)'\\'))
                | Vector128.LessThan(block, Vector128.Create((byte)' '))).ExtractMostSignificantBits();
            if (hits != 0)
            {
                return i + System.Numerics.BitOperations.TrailingZeroCount(hits);
            }

            i += 16;
        }

        return ScanRest(i);
    }

    private readonly int ScanRest(int start)
    {
        var i = start;
        while (i < data.Length && data[i] is not ((byte)'"' or (byte)'\\' or < (byte)' '))
        {
            i++;
        }

        return i;
    }

    // Passes over the string that is next and checks its escapes.
    private void SkipString()
    {
        pos++;
        while (true)
        {
            pos = Scan(pos);
            if (pos >= data.Length)
            {
                ThrowSyntax("A string has no end.");
            }

            var next = data[pos];
            if (next == (byte)'"')
            {
                pos++;
                return;
            }

            if (next != (byte)'\\')
            {
                ThrowSyntax("A control character must be escaped in a string.");
            }

            SkipEscape();
        }
    }

    private void SkipEscape()
    {
        pos++;
        switch (pos < data.Length ? data[pos] : (byte)0)
        {
            case (byte)'"' or (byte)'\\' or (byte)'/' or (byte)'b' or (byte)'f' or (byte)'n' or (byte)'r' or (byte)'t':
                pos++;
                return;
            case (byte)'u':
                pos++;
                for (var i = 0; i < 4; i++, pos++)
                {
                    if (pos >= data.Length || !char.IsAsciiHexDigit((char)data[pos]))
                    {
                        ThrowSyntax("Four hexadecimal digits are missing in an escape.");
                    }
                }

                return;
            default:
                ThrowSyntax("There is no such escape.");
                return;
        }
    }

    // Text that is ASCII, as most is, is widened in place; its length is known.
    private static string Make(ReadOnlySpan<byte> text)
    {
        if (text.Length is < 8 or > 512 || !Ascii.IsValid(text))
        {
            return text.Length < 8 ? MakeShort(text) : Encoding.UTF8.GetString(text);
        }

        var result = new string('\0', text.Length);
        Widen(ref MemoryMarshal.GetReference(text), ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(result.AsSpan())), text.Length);
        return result;
    }

    private static string MakeShort(ReadOnlySpan<byte> text)
    {
        if (text.Length == 0)
        {
            return "";
        }

        Span<char> chars = stackalloc char[8];
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] >= 0x80)
            {
                return Encoding.UTF8.GetString(text);
            }

            chars[i] = (char)text[i];
        }

        return new string(chars[..text.Length]);
    }

    // At least eight bytes; the last ones are widened twice where blocks do not come out even.
    private static void Widen(ref byte from, ref ushort to, int length)
    {
        var i = 0;
        for (; i <= length - 16; i += 16)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)i));
            low.StoreUnsafe(ref to, (nuint)i);
            high.StoreUnsafe(ref to, (nuint)i + 8);
        }

        while (i < length)
        {
            i = Math.Min(i, length - 8);
            var block = Vector128.CreateScalar(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, i))).AsByte();
            Vector128.WidenLower(block).StoreUnsafe(ref to, (nuint)i);
            i += 8;
        }
    }
}
