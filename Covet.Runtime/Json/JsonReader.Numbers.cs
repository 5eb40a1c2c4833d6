using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Covet.Internal;

// Numbers. The common forms are read digit by digit; all others go through the parsers that System.Text.Json uses. The
// handling is a value of System.Text.Json.Serialization.JsonNumberHandling: 1 allows numbers in strings, 4 the names NaN,
// Infinity and -Infinity.
public ref partial struct JsonReader
{
    private const int FromString = 1;
    private const int NamedLiterals = 4;
    private const int FastDigits = 18;

    /// <summary>Reads a number.</summary>
    public sbyte ReadSByte(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value == (sbyte)value)
        {
            return (sbyte)value;
        }

        return TryNumberText(handling, "a whole number from -128 to 127", out var text, out var start) && Utf8Parser.TryParse(text, out sbyte slow, out var used) && used == text.Length
            ? slow
            : NotNumber<sbyte>(text, start, "a whole number from -128 to 127");
    }

    /// <summary>Reads a number.</summary>
    public byte ReadByte(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value == (byte)value)
        {
            return (byte)value;
        }

        return TryNumberText(handling, "a whole number from 0 to 255", out var text, out var start) && Utf8Parser.TryParse(text, out byte slow, out var used) && used == text.Length
            ? slow
            : NotNumber<byte>(text, start, "a whole number from 0 to 255");
    }

    /// <summary>Reads a number.</summary>
    public short ReadInt16(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value == (short)value)
        {
            return (short)value;
        }

        return TryNumberText(handling, "a whole number from -32768 to 32767", out var text, out var start) && Utf8Parser.TryParse(text, out short slow, out var used) && used == text.Length
            ? slow
            : NotNumber<short>(text, start, "a whole number from -32768 to 32767");
    }

    /// <summary>Reads a number.</summary>
    public ushort ReadUInt16(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value == (ushort)value)
        {
            return (ushort)value;
        }

        return TryNumberText(handling, "a whole number from 0 to 65535", out var text, out var start) && Utf8Parser.TryParse(text, out ushort slow, out var used) && used == text.Length
            ? slow
            : NotNumber<ushort>(text, start, "a whole number from 0 to 65535");
    }

    /// <summary>Reads a number.</summary>
    public int ReadInt32(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value == (int)value)
        {
            return (int)value;
        }

        return TryNumberText(handling, "a whole number of 32 bits", out var text, out var start) && Utf8Parser.TryParse(text, out int slow, out var used) && used == text.Length
            ? slow
            : NotNumber<int>(text, start, "a whole number of 32 bits");
    }

    /// <summary>Reads a number.</summary>
    public uint ReadUInt32(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value == (uint)value)
        {
            return (uint)value;
        }

        return TryNumberText(handling, "a whole number of 32 bits, not negative", out var text, out var start) && Utf8Parser.TryParse(text, out uint slow, out var used) && used == text.Length
            ? slow
            : NotNumber<uint>(text, start, "a whole number of 32 bits, not negative");
    }

    /// <summary>Reads a number.</summary>
    public long ReadInt64(int handling = FromString)
    {
        if (TryReadInteger(out var value))
        {
            return value;
        }

        return TryNumberText(handling, "a whole number of 64 bits", out var text, out var start) && Utf8Parser.TryParse(text, out long slow, out var used) && used == text.Length
            ? slow
            : NotNumber<long>(text, start, "a whole number of 64 bits");
    }

    /// <summary>Reads a number.</summary>
    public ulong ReadUInt64(int handling = FromString)
    {
        if (TryReadInteger(out var value) && value >= 0)
        {
            return (ulong)value;
        }

        return TryNumberText(handling, "a whole number of 64 bits, not negative", out var text, out var start) && Utf8Parser.TryParse(text, out ulong slow, out var used) && used == text.Length
            ? slow
            : NotNumber<ulong>(text, start, "a whole number of 64 bits, not negative");
    }

    // Reads a whole number of up to 18 digits where one is next; else leaves everything as it is. Remembers where it began,
    // so that a caller whose type is smaller can go back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryReadInteger(out long value)
    {
        var next = Peek();
        numberStart = pos;
        ref var from = ref MemoryMarshal.GetReference(data);
        var i = pos;
        var negative = next == (byte)'-';
        if (negative)
        {
            i++;
        }

        var begin = i;
        long sum = 0;
        uint digit;
        while (i < data.Length && (digit = (uint)Unsafe.Add(ref from, (uint)i) - '0') <= 9 && i - begin <= FastDigits)
        {
            sum = (sum * 10) + digit;
            i++;
        }

        var count = i - begin;
        value = negative ? -sum : sum;
        if (count == 0 || count > FastDigits || (count > 1 && Unsafe.Add(ref from, (uint)begin) == (byte)'0') || (sum == 0 && negative)
            || (i < data.Length && Unsafe.Add(ref from, (uint)i) is (byte)'.' or (byte)'e' or (byte)'E'))
        {
            return false;
        }

        pos = i;
        return true;
    }

    // The text of a number, or of a string where the handling allows it; false where the value is neither, which is recorded.
    private bool TryNumberText(int handling, string expected, out ReadOnlySpan<byte> text, out int start)
    {
        pos = numberStart;
        start = pos;
        var next = Peek();
        if (next == (byte)'-' || char.IsAsciiDigit((char)next))
        {
            SkipNumber();
            text = data[start..pos];
            return true;
        }

        if (next == (byte)'"' && (handling & FromString) != 0)
        {
            return TryReadText(expected, out text, out start);
        }

        text = default;
        start = -1;
        return Mismatch<bool>(expected);
    }

    private T? NotNumber<T>(ReadOnlySpan<byte> text, int start, string expected)
    {
        _ = text;
        return start < 0 ? default : Invalid<T>(start, expected);
    }

    // Passes over a number and checks its grammar (RFC 8259, section 6).
    private void SkipNumber()
    {
        var start = pos;
        if (pos < data.Length && data[pos] == (byte)'-')
        {
            pos++;
        }

        var whole = SkipDigits();
        if (whole == 0)
        {
            ThrowSyntax(pos == start ? "This is no JSON value." : "A digit is missing.");
        }

        if (whole > 1 && data[pos - whole] == (byte)'0')
        {
            pos -= whole - 1;
            ThrowSyntax("A number may not begin with a zero.");
        }

        if (pos < data.Length && data[pos] == (byte)'.')
        {
            pos++;
            if (SkipDigits() == 0)
            {
                ThrowSyntax("A digit is missing after the decimal point.");
            }
        }

        if (pos < data.Length && data[pos] is (byte)'e' or (byte)'E')
        {
            pos++;
            if (pos < data.Length && data[pos] is (byte)'+' or (byte)'-')
            {
                pos++;
            }

            if (SkipDigits() == 0)
            {
                ThrowSyntax("A digit is missing in the exponent.");
            }
        }
    }

    private int SkipDigits()
    {
        var start = pos;
        while (pos < data.Length && char.IsAsciiDigit((char)data[pos]))
        {
            pos++;
        }

        return pos - start;
    }
}
