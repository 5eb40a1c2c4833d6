using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>
/// Finds the shortest decimal that reads back as a given double, and of these the closest; see <see cref="JsonShortest"/>. Three
/// multiplications of 63 by 126 bits instead of arithmetic with numbers of any size.
/// </summary>
internal static class JsonDouble
{
    private const int MantissaBits = 52;
    private const ulong MantissaMask = (1UL << MantissaBits) - 1;
    private const int MaximumExponent = 0x7FF;
    private const int ExponentBias = 1075;
    private const ulong Mask63 = (1UL << 63) - 1;

    /// <summary>
    /// Whether <see cref="Shortest"/> is for it: not for zero, and not for a power of two, whose neighbours are not equally far away. Of some
    /// of these .NET writes fewer digits than would read back (2.980232238769531E-08 for 2^-25), which has to be the same here.
    /// </summary>
    public static bool HasShortest(double value) => (BitConverter.DoubleToUInt64Bits(value) & MantissaMask) != 0;

    /// <summary>The decimal digits of the magnitude * 10^exponent; the digits may end in zeros.</summary>
    public static ulong Shortest(double value, out int exponent)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var biased = (int)(bits >> MantissaBits) & MaximumExponent;

        // A number without an exponent has the smallest one, and not the bit that all others have.
        var mantissa = (bits & MantissaMask) | (biased == 0 ? 0 : 1UL << MantissaBits);
        var q = Math.Max(biased, 1) - ExponentBias;
        var centre = mantissa << 2;
        var odd = mantissa & 1;
        var k = JsonShortest.FloorLog10Pow2(q);
        var shift = q + JsonShortest.FloorLog2Pow10(-k) + 2;
        ref readonly var high = ref JsonPowers.Table[(k - JsonPowers.First) * 2];
        var low = Unsafe.Add(ref Unsafe.AsRef(in high), 1);
        exponent = k;
        return JsonShortest.Choose(
            Multiply(high, low, centre << shift),
            Multiply(high, low, (centre - 2) << shift) + odd,
            Multiply(high, low, (centre + 2) << shift) - odd);
    }

    // The product with a power, rounded to odd: the last bit says whether something was cut off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(ulong high, ulong low, ulong value)
    {
        var x = Math.BigMul(low, value, out _);
        var y = Math.BigMul(high, value, out var lower);
        var z = (lower >> 1) + x;
        return (y + (z >> 63)) | (((z & Mask63) + Mask63) >> 63);
    }
}
