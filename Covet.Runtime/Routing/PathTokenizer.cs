using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>
/// Splits a path at its slashes and hashes each segment, in one pass over machine words of four characters. As in
/// ASP.NET Core, the first character is a slash and is not looked at, and a slash at the end opens no segment.
/// </summary>
internal static class PathTokenizer
{
    private const ulong Slashes = 0x002F_002F_002F_002F;
    private const ulong Ones = 0x0001_0001_0001_0001;
    private const ulong HighBits = 0x8000_8000_8000_8000;
    private const ulong NotAscii = 0xFF80_FF80_FF80_FF80;

    /// <summary>Fills <paramref name="segments"/> and returns their number; segments that find no room are left out.</summary>
    public static int Tokenize(ReadOnlySpan<char> path, Span<PathSegment> segments)
    {
        var count = 0;
        var start = 1;
        while (start < path.Length && count < segments.Length)
        {
            var segment = Read(path, start);
            segments[count++] = segment;
            start += segment.Length + 1;
        }

        return count;
    }

    private static PathSegment Read(ReadOnlySpan<char> path, int start)
    {
        ref var first = ref MemoryMarshal.GetReference(path);
        ulong hash = 0;
        ulong seen = 0;
        var i = start;
        while (true)
        {
            var available = path.Length - i;
            ulong word;
            int length;
            if (available >= 4)
            {
                word = ReadFour(ref first, i);
                var matches = word ^ Slashes;
                matches = (matches - Ones) & ~matches & HighBits;
                length = matches == 0 ? 4 : BitOperations.TrailingZeroCount(matches) >> 4;
            }
            else
            {
                word = ReadFew(ref first, i, available, out length);
            }

            if (length == 4)
            {
                seen |= word;
                hash = RouteHash.Add(hash, word | RouteHash.CaseBits);
                i += 4;
                continue;
            }

            if (length > 0)
            {
                var mask = (1UL << (16 * length)) - 1;
                word &= mask;
                seen |= word;
                hash = RouteHash.Add(hash, word | (RouteHash.CaseBits & mask));
                i += length;
            }

            return (seen & NotAscii) == 0
                ? new PathSegment(start, i - start, RouteHash.Finish(hash))
                : new PathSegment(start, i - start, RouteHash.Compute(path.Slice(start, i - start)));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadFour(ref char first, int index)
    {
        ref var at = ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, index));
        var word = Unsafe.ReadUnaligned<ulong>(ref at);
        if (!BitConverter.IsLittleEndian)
        {
            word = BitOperations.RotateLeft(word, 32);
            word = ((word & 0xFFFF_0000_FFFF_0000) >> 16) | ((word & 0x0000_FFFF_0000_FFFF) << 16);
        }

        return word;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadFew(ref char first, int index, int available, out int length)
    {
        ulong word = 0;
        for (length = 0; length < available; length++)
        {
            var c = Unsafe.Add(ref first, index + length);
            if (c == '/')
            {
                break;
            }

            word |= (ulong)c << (16 * length);
        }

        return word;
    }
}
