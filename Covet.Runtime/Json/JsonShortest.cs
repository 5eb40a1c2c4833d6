namespace Covet.Internal;

/// <summary>
/// What <see cref="JsonDouble"/> and <see cref="JsonSingle"/> share of the algorithm of Raffaello Giulietti, "The Schubfach way to
/// render doubles" (2020): the logarithms, and the choice among the few decimals that are near a number.
/// </summary>
internal static class JsonShortest
{
    /// <summary>The decimal of the fewest digits within the bounds, and of these the closest. It may end in zeros.</summary>
    /// <param name="value">Four times the number, rounded to odd.</param>
    /// <param name="lower">Four times the lower bound, rounded to odd.</param>
    /// <param name="upper">Four times the upper bound, rounded to odd.</param>
    public static ulong Choose(ulong value, ulong lower, ulong upper)
    {
        // One digit less, where a multiple of ten lies within the bounds; that is never more than one.
        var s = value >> 2;
        if (s >= 10)
        {
            var tens = s / 10 * 10;
            var tensFit = lower <= tens << 2;
            var nextTensFit = (tens + 10) << 2 <= upper;
            if (tensFit != nextTensFit)
            {
                return tensFit ? tens : tens + 10;
            }
        }

        var fits = lower <= s << 2;
        var nextFits = (s + 1) << 2 <= upper;
        if (fits != nextFits)
        {
            return fits ? s : s + 1;
        }

        var middle = (s << 2) + 2;
        return value < middle || (value == middle && (s & 1) == 0) ? s : s + 1;
    }

    /// <summary>The whole part of the logarithm of 2^e to base 10.</summary>
    public static int FloorLog10Pow2(int e) => (int)((e * 661_971_961_083L) >> 41);

    /// <summary>The whole part of the logarithm of 10^e to base 2.</summary>
    public static int FloorLog2Pow10(int e) => (int)((e * 913_124_641_741L) >> 38);
}
