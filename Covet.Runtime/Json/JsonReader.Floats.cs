using System.Buffers.Text;
using System.Globalization;

namespace Covet.Internal;

// Numbers with a fraction. A text with at most 15 digits and a small power of ten is exact in one multiplication or division
// of doubles (Clinger's fast path); every other goes through the framework's parser.
public ref partial struct JsonReader
{
    private const string ANumber = "a number";

    private static ReadOnlySpan<double> PowersOfTen =>
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>Reads a number.</summary>
    public double ReadDouble(int handling = FromString)
    {
        if (TryReadSimple(out var mantissa, out var scale, out var negative) && mantissa < 1L << 53 && scale <= 22)
        {
            var value = mantissa / PowersOfTen[scale];
            return negative ? -value : value;
        }

        if (!TryFloatText(handling, out var text, out var start, out var quoted))
        {
            return default;
        }

        if (quoted && TryNamed(text, out var named))
        {
            return named;
        }

        return (handling & FromString) == 0 && quoted ? Invalid<double>(start, ANumber)
            : Utf8Parser.TryParse(text, out double slow, out var used) && used == text.Length && (!quoted || double.IsFinite(slow)) ? slow
            : Invalid<double>(start, ANumber);
    }

    /// <summary>Reads a number.</summary>
    public float ReadSingle(int handling = FromString)
    {
        if (TryReadSimple(out var mantissa, out var scale, out var negative) && mantissa < 1L << 24 && scale <= 10)
        {
            var value = mantissa / (float)PowersOfTen[scale];
            return negative ? -value : value;
        }

        if (!TryFloatText(handling, out var text, out var start, out var quoted))
        {
            return default;
        }

        if (quoted && TryNamed(text, out var named))
        {
            return (float)named;
        }

        return (handling & FromString) == 0 && quoted ? Invalid<float>(start, ANumber)
            : Utf8Parser.TryParse(text, out float slow, out var used) && used == text.Length && (!quoted || float.IsFinite(slow)) ? slow
            : Invalid<float>(start, ANumber);
    }

    /// <summary>Reads a number.</summary>
    public Half ReadHalf(int handling = FromString)
    {
        _ = Peek();
        numberStart = pos;
        if (!TryFloatText(handling, out var text, out var start, out var quoted))
        {
            return default;
        }

        if (quoted && TryNamed(text, out var named))
        {
            return (Half)named;
        }

        return (handling & FromString) == 0 && quoted ? Invalid<Half>(start, ANumber)
            : Half.TryParse(text, CultureInfo.InvariantCulture, out var slow) && !Half.IsNaN(slow) && !Half.IsInfinity(slow) ? slow
            : Invalid<Half>(start, ANumber);
    }

    /// <summary>Reads a number.</summary>
    public decimal ReadDecimal(int handling = FromString)
    {
        if (TryReadSimple(out var mantissa, out var scale, out var negative) && mantissa != 0)
        {
            return new decimal((int)mantissa, (int)(mantissa >> 32), 0, negative, (byte)scale);
        }

        return TryNumberText(handling, ANumber, out var text, out var start) && Utf8Parser.TryParse(text, out decimal slow, out var used) && used == text.Length
            ? slow
            : NotNumber<decimal>(text, start, ANumber);
    }

    /// <summary>Reads a number.</summary>
    public Int128 ReadInt128(int handling = FromString)
    {
        _ = Peek();
        numberStart = pos;
        return TryNumberText(handling, "a whole number of 128 bits", out var text, out var start) && Int128.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : NotNumber<Int128>(text, start, "a whole number of 128 bits");
    }

    /// <summary>Reads a number.</summary>
    public UInt128 ReadUInt128(int handling = FromString)
    {
        _ = Peek();
        numberStart = pos;
        return TryNumberText(handling, "a whole number of 128 bits, not negative", out var text, out var start) && UInt128.TryParse(text, CultureInfo.InvariantCulture, out var value)
            ? value
            : NotNumber<UInt128>(text, start, "a whole number of 128 bits, not negative");
    }

    // Reads a number of up to 18 digits without an exponent where one is next; else goes back to where it began.
    private bool TryReadSimple(out long mantissa, out int scale, out bool negative)
    {
        var next = Peek();
        numberStart = pos;
        var i = pos;
        negative = next == (byte)'-';
        if (negative)
        {
            i++;
        }

        var begin = i;
        var point = -1;
        mantissa = 0;
        while (i < data.Length)
        {
            var digit = (uint)data[i] - '0';
            if (digit <= 9)
            {
                mantissa = (mantissa * 10) + digit;
            }
            else if (data[i] == (byte)'.' && point < 0 && i > begin)
            {
                point = i;
            }
            else
            {
                break;
            }

            i++;
            if (i - begin > FastDigits)
            {
                scale = 0;
                return false;
            }
        }

        scale = point < 0 ? 0 : i - point - 1;
        var whole = point < 0 ? i - begin : point - begin;
        if (whole == 0 || (point >= 0 && scale == 0) || (whole > 1 && data[begin] == (byte)'0') || (i < data.Length && data[i] is (byte)'e' or (byte)'E' or (byte)'.'))
        {
            return false;
        }

        pos = i;
        return true;
    }

    private bool TryFloatText(int handling, out ReadOnlySpan<byte> text, out int start, out bool quoted)
    {
        pos = numberStart;
        quoted = Peek() == (byte)'"';
        return TryNumberText((handling & NamedLiterals) != 0 ? FromString : handling, ANumber, out text, out start);
    }

    // The names that stand for what is not finite, as System.Text.Json spells them.
    internal static bool TryNamed(ReadOnlySpan<byte> text, out double value)
    {
        value = text.Length switch
        {
            3 when text.SequenceEqual("NaN"u8) => double.NaN,
            8 when text.SequenceEqual("Infinity"u8) => double.PositiveInfinity,
            9 when text.SequenceEqual("-Infinity"u8) => double.NegativeInfinity,
            _ => 0,
        };
        return value != 0;
    }
}
