using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>
/// Finds the shortest decimal that reads back as a given double, and of these the closest: the algorithm of Raffaello
/// Giulietti, "The Schubfach way to render doubles" (2020). Three multiplications of 63 by 126 bits instead of arithmetic with
/// numbers of any size.
/// </summary>
internal static class JsonDouble
{
    private const int MantissaBits = 52;
    private const ulong MantissaMask = (1UL << MantissaBits) - 1;
    private const int ExponentBias = 1075;
    private const ulong Mask63 = (1UL << 63) - 1;

    /// <summary>The decimal digits * 10^exponent; the digits may end in zeros. Only for positive, normal numbers.</summary>
    public static ulong Shortest(double value, out int exponent)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var mantissa = (bits & MantissaMask) | (1UL << MantissaBits);
        var q = (int)(bits >> MantissaBits) - ExponentBias;

        // The neighbour below a power of two is half as far away.
        var isRegular = (bits & MantissaMask) != 0 || q == 1 - ExponentBias;
        var odd = mantissa & 1;
        var centre = mantissa << 2;
        var left = isRegular ? centre - 2 : centre - 1;
        var right = centre + 2;
        var k = isRegular ? FloorLog10Pow2(q) : FloorLog10ThreeQuartersPow2(q);
        var shift = q + FloorLog2Pow10(-k) + 2;
        var powers = JsonPowers.Table.Slice((k - JsonPowers.First) * 2, 2);
        var vb = Multiply(powers[0], powers[1], centre << shift);
        var vbl = Multiply(powers[0], powers[1], left << shift) + odd;
        var vbr = Multiply(powers[0], powers[1], right << shift) - odd;
        exponent = k;

        // One digit less, where a multiple of ten lies within the bounds.
        var s = vb >> 2;
        var tens = s / 10 * 10;
        var lowerFits = vbl <= tens << 2;
        var upperFits = (tens + 10) << 2 <= vbr;
        if (lowerFits != upperFits)
        {
            return lowerFits ? tens : tens + 10;
        }

        lowerFits = vbl <= s << 2;
        upperFits = (s + 1) << 2 <= vbr;
        if (lowerFits != upperFits)
        {
            return lowerFits ? s : s + 1;
        }

        var middle = (2 * s) + 1 << 1;
        return vb < middle || (vb == middle && (s & 1) == 0) ? s : s + 1;
    }

    private static int FloorLog10Pow2(int e) => (int)((e * 661_971_961_083L) >> 41);

    private static int FloorLog10ThreeQuartersPow2(int e) => (int)(((e * 661_971_961_083L) - 274_743_187_321L) >> 41);

    private static int FloorLog2Pow10(int e) => (int)((e * 913_124_641_741L) >> 38);

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
