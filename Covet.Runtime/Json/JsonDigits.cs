using System.Numerics;
using System.Runtime.CompilerServices;

namespace Covet.Internal;

/// <summary>Whole numbers as decimal digits, without a branch a digit.</summary>
internal static class JsonDigits
{
    private const ulong Zeros = 0x3030_3030_3030_3030;

    private static ReadOnlySpan<ulong> Powers =>
    [
        1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
        1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000, 1_000_000_000_000_000, 10_000_000_000_000_000,
        100_000_000_000_000_000, 1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
    ];

    /// <summary>How many digits a number has; zero has one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Count(ulong value)
    {
        // 1233 / 4096 is the logarithm of 2 to base 10, near enough for 64 bits: the guess is right or one too low.
        var guess = ((BitOperations.Log2(value | 1) + 1) * 1233) >> 12;
        return guess + (value >= Powers[guess] ? 1 : 0) + (value == 0 ? 1 : 0);
    }

    /// <summary>
    /// The eight digits of a number below 10^8 as text, the first in the lowest byte. All are made at once: two numbers of four
    /// digits in the halves of a word become four of two, and these eight of one (Paul Khuong, "How to print integers really
    /// fast", 2017). The divisions are multiplications that are exact for so few digits.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Eight(uint value)
    {
        var upper = value / 10_000;
        var fours = upper | ((ulong)(value - (upper * 10_000)) << 32);
        var hundreds = ((fours * 10_486) >> 20) & 0x0000_007F_0000_007F;
        var twos = hundreds | ((fours - (hundreds * 100)) << 16);
        var tens = ((twos * 103) >> 10) & 0x000F_000F_000F_000F;
        return (tens | ((twos - (tens * 10)) << 8)) + Zeros;
    }
}
