using System.Globalization;

namespace Covet.Internal;

// Numbers with a fraction: the shortest text that reads back to the same number, in the form that .NET gives it.
public ref partial struct JsonWriter
{
    // The longest: sign, 17 digits, point, E-308.
    private const int FloatLength = 32;

    // .NET writes numbers of more digits before the point, or more zeros behind it, with an exponent.
    private const int MaximumPoint = 15;
    private const int MinimumPoint = -4;

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public void WriteSingle(float value)
    {
        if (!float.IsFinite(value))
        {
            ThrowNotFinite();
        }

        Ensure(FloatLength);

        // At most six significant digits are the shortest text of a float; see WriteDouble.
        var magnitude = (double)Math.Abs(value);
        var scaled = magnitude < 99 ? (long)((magnitude * 10000) + 0.5) : long.MaxValue;
        if (scaled is > 10 and < 1000000 && (float)(scaled / 10000d) == Math.Abs(value))
        {
            PutSign(value < 0);
            PutFixed4(scaled);
            return;
        }

        _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
        pos += written;
    }

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public void WriteDouble(double value)
    {
        if (!double.IsFinite(value))
        {
            ThrowNotFinite();
        }

        Ensure(FloatLength);
        var magnitude = Math.Abs(value);

        // A double with at most 15 significant digits has one shortest text: two such decimals are never the same double.
        // So where v * 10000 is whole and divides back to v, its digits are that text.
        var scaled = magnitude < 1e11 ? (long)((magnitude * 10000) + 0.5) : 0;
        if (scaled > 10 && scaled / 10000d == magnitude)
        {
            PutSign(value < 0);
            PutFixed4(scaled);
        }
        else if (magnitude is >= 0.001 and < 1e15)
        {
            PutSign(value < 0);
            PutDecimal(JsonDouble.Shortest(magnitude, out var exponent), exponent);
        }
        else
        {
            // Zero, and what .NET may write with an exponent.
            _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
            pos += written;
        }
    }

    /// <summary>Writes a number with all the digits that it has: 1.50 is not 1.5.</summary>
    public void WriteDecimal(decimal value)
    {
        Ensure(FloatLength);
        Span<int> parts = stackalloc int[4];
        _ = decimal.GetBits(value, parts);
        var digits = ((ulong)(uint)parts[1] << 32) | (uint)parts[0];
        var scale = (parts[3] >> 16) & 0xFF;
        if (parts[2] != 0 || digits == 0)
        {
            _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
            pos += written;
            return;
        }

        PutSign(parts[3] < 0);
        PutFixed(digits, scale);
    }

    private void PutSign(bool isNegative)
    {
        if (isNegative)
        {
            At(0) = (byte)'-';
            pos++;
        }
    }

    // A number of ten-thousandths, without zeros at its end.
    private void PutFixed4(long scaled)
    {
        var (whole, fraction) = Math.DivRem((ulong)scaled, 10000UL);
        PutDigits(whole);
        if (fraction == 0)
        {
            return;
        }

        var scale = 4;
        while (fraction % 10 == 0)
        {
            fraction /= 10;
            scale--;
        }

        At(0) = (byte)'.';
        pos++;
        PutZeros(scale - CountDigits(fraction));
        PutDigits(fraction);
    }

    // The shortest digits of a double, which may end in zeros, times a power of ten.
    private void PutDecimal(ulong digits, int exponent)
    {
        while (digits % 100 == 0)
        {
            digits /= 100;
            exponent += 2;
        }

        if (digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        var count = CountDigits(digits);
        var point = count + exponent;
        if (point is > MaximumPoint or <= MinimumPoint)
        {
            PutScientific(digits, count, point - 1);
        }
        else if (exponent >= 0)
        {
            PutDigits(digits);
            PutZeros(exponent);
        }
        else
        {
            PutFixed(digits, -exponent);
        }
    }

    // Digits with a point before the last of them, and zeros where there are fewer.
    private void PutFixed(ulong digits, int scale)
    {
        if (scale == 0)
        {
            PutDigits(digits);
            return;
        }

        var count = CountDigits(digits);
        if (count <= scale)
        {
            At(0) = (byte)'0';
            At(1) = (byte)'.';
            pos += 2;
            PutZeros(scale - count);
            PutDigits(digits);
            return;
        }

        // All digits one place to the right, then those before the point back.
        var start = pos;
        pos++;
        PutDigits(digits);
        var whole = count - scale;
        span.Slice(start + 1, whole).CopyTo(span[start..]);
        span[start + whole] = (byte)'.';
    }

    private void PutScientific(ulong digits, int count, int exponent)
    {
        if (count > 1)
        {
            PutFixed(digits, count - 1);
        }
        else
        {
            PutDigits(digits);
        }

        At(0) = (byte)'E';
        At(1) = exponent < 0 ? (byte)'-' : (byte)'+';
        pos += 2;
        var magnitude = (uint)Math.Abs(exponent);
        PutZeros(magnitude < 10 ? 1 : 0);
        PutDigits(magnitude);
    }

    private void PutZeros(int count)
    {
        for (; count > 0; count--)
        {
            At(0) = (byte)'0';
            pos++;
        }
    }
}
