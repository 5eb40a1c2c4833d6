using System.Globalization;
using System.Runtime.Intrinsics;

namespace Covet.Internal;

// Numbers with a fraction: the shortest text that reads back to the same number, in the form that .NET gives it.
public ref partial struct JsonWriter
{
    // The longest takes 32: a sign, 29 digits, a point, and a zero before it. The rest is for moving sixteen bytes at once.
    private const int FloatLength = 48;

    // .NET writes numbers with an exponent that have more digits before the point than a shortest text can have, or more zeros behind it.
    private const int MaximumSinglePoint = 9;
    private const int MaximumDoublePoint = 17;
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
        var magnitude = Math.Abs(value);

        // At most six significant digits are the shortest text of a float; see WriteDouble.
        var product = magnitude * 10000d;
        var scaled = magnitude < 99 ? (ulong)(product + 0.5) : 0;
        if (scaled > 10 && Math.Abs(product - scaled) <= product * 1e-7 && (float)(scaled / 10000d) == magnitude)
        {
            PutSign(value < 0);
            PutShort(scaled);
        }
        else if (JsonSingle.HasShortest(value))
        {
            PutSign(value < 0);
            PutDecimal(JsonSingle.Shortest(value, out var exponent), exponent, MaximumSinglePoint);
        }
        else
        {
            _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
            pos += written;
        }
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
        // So where v * 10000 is whole and divides back to v, its digits are that text. The division is slow, and a product that is
        // not nearly whole does without.
        var product = magnitude * 10000;
        var scaled = magnitude < 1e11 ? (ulong)(product + 0.5) : 0;
        if (scaled > 10 && Math.Abs(product - scaled) <= product * 1e-15 && scaled / 10000d == magnitude)
        {
            PutSign(value < 0);
            PutShort(scaled);
        }
        else if (JsonDouble.HasShortest(value))
        {
            PutSign(value < 0);
            PutDecimal(JsonDouble.Shortest(value, out var exponent), exponent, MaximumDoublePoint);
        }
        else
        {
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
        PutFixed(digits, JsonDigits.Count(digits), scale);
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
    private void PutShort(ulong digits)
    {
        var scale = 4;
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        PutFixed(digits, JsonDigits.Count(digits), scale);
    }

    // The shortest digits of a number, which may end in zeros, times a power of ten.
    private void PutDecimal(ulong digits, int exponent, int maximumPoint)
    {
        while (digits % 10 == 0)
        {
            digits /= 10;
            exponent++;
        }

        var count = JsonDigits.Count(digits);
        var point = count + exponent;
        if (point > maximumPoint || point <= MinimumPoint)
        {
            PutScientific(digits, count, point - 1);
        }
        else if (exponent >= 0)
        {
            PutDigits(digits, count);
            PutZeros(exponent);
        }
        else
        {
            PutFixed(digits, count, -exponent);
        }
    }

    // Digits with a point before the last of them, and zeros where there are fewer.
    private void PutFixed(ulong digits, int count, int scale)
    {
        if (scale == 0)
        {
            PutDigits(digits, count);
            return;
        }

        if (count <= scale)
        {
            At(0) = (byte)'0';
            At(1) = (byte)'.';
            pos += 2;
            PutZeros(scale - count);
            PutDigits(digits, count);
            return;
        }

        // All digits, then those behind the point one place to the right.
        PutDigits(digits, count);
        ref var point = ref At(-scale);
        if (scale <= Vector128<byte>.Count)
        {
            Vector128.LoadUnsafe(ref point).StoreUnsafe(ref point, 1);
        }
        else
        {
            span.Slice(pos - scale, scale).CopyTo(span[(pos - scale + 1)..]);
        }

        point = (byte)'.';
        pos++;
    }

    private void PutScientific(ulong digits, int count, int exponent)
    {
        PutFixed(digits, count, count - 1);
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
