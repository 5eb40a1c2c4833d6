using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>
/// Finds the shortest decimal that reads back as a given float, and of these the closest; see <see cref="JsonShortest"/>. A float
/// needs the upper half of a power alone, so one multiplication of 64 bits a bound.
/// </summary>
internal static class JsonSingle
{
    private const int MantissaBits = 23;
    private const uint MantissaMask = (1U << MantissaBits) - 1;
    private const int MaximumExponent = 0xFF;
    private const int ExponentBias = 150;
    private const ulong Mask31 = (1UL << 31) - 1;

    /// <summary>
    /// Whether <see cref="Shortest"/> is for it: not for zero, and not for a power of two, whose neighbours are not equally far away. Of some
    /// of these .NET writes fewer digits than would read back (2.980232238769531E-08 for 2^-25), which has to be the same here.
    /// </summary>
    public static bool HasShortest(float value) => (BitConverter.SingleToUInt32Bits(value) & MantissaMask) != 0;

    /// <summary>The decimal digits of the magnitude * 10^exponent; the digits may end in zeros.</summary>
    public static ulong Shortest(float value, out int exponent)
    {
        var bits = BitConverter.SingleToUInt32Bits(value);
        var biased = (int)(bits >> MantissaBits) & MaximumExponent;

        // A number without an exponent has the smallest one, and not the bit that all others have.
        var mantissa = (bits & MantissaMask) | (biased == 0 ? 0 : 1U << MantissaBits);
        var q = Math.Max(biased, 1) - ExponentBias;
        var centre = (ulong)mantissa << 2;
        var odd = (ulong)(mantissa & 1);
        var k = JsonShortest.FloorLog10Pow2(q);
        var shift = q + JsonShortest.FloorLog2Pow10(-k) + 33;

        // The table rounds its 126 bits up, so the upper 63 of them are rounded down.
        var power = JsonPowers.Table[(k - JsonPowers.First) * 2] + 1;
        exponent = k;
        return JsonShortest.Choose(
            Multiply(power, centre << shift),
            Multiply(power, (centre - 2) << shift) + odd,
            Multiply(power, (centre + 2) << shift) - odd);
    }

    // The product with a power, rounded to odd: the last bit says whether something was cut off.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Multiply(ulong power, ulong value)
    {
        var product = Math.BigMul(power, value, out _);
        return (product >> 31) | (((product & Mask31) + Mask31) >> 31);
    }
}
