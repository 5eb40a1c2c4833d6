using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Covet.Routing;

/// <summary>
/// Splits a path at its slashes. As in ASP.NET Core, the first character is a slash and is not looked at, and a slash at
/// the end opens no segment.
/// </summary>
internal static class PathTokenizer
{
    /// <summary>Characters whose slashes are bits of one number.</summary>
    private const int BlockLength = 64;

    /// <summary>Fills <paramref name="segments"/> and returns their number; segments that find no room are left out.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static int Tokenize(ReadOnlySpan<char> path, Span<PathSegment> segments)
    {
        var count = 0;
        var start = 1;
        var slashes = FindSlashes(path, 0) & ~1UL;
        for (var block = 0; ; slashes = FindSlashes(path, block))
        {
            for (; slashes != 0; slashes &= slashes - 1)
            {
                if ((uint)count >= (uint)segments.Length)
                {
                    return count;
                }

                var end = block + BitOperations.TrailingZeroCount(slashes);
                segments[count++] = new PathSegment(start, end - start);
                start = end + 1;
            }

            block += BlockLength;
            if (block >= path.Length)
            {
                break;
            }
        }

        if (start < path.Length && (uint)count < (uint)segments.Length)
        {
            segments[count++] = new PathSegment(start, path.Length - start);
        }

        return count;
    }

    /// <summary>A bit for each slash of a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FindSlashes(ReadOnlySpan<char> path, int block)
    {
        ulong slashes = 0;
        var end = Math.Min(path.Length, block + BlockLength);
        if (Vector128.IsHardwareAccelerated && path.Length >= Vector128<ushort>.Count)
        {
            ref var first = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(path));
            var slash = Vector128.Create((ushort)'/');
            var i = block;
            for (; i <= end - Vector128<ushort>.Count; i += Vector128<ushort>.Count)
            {
                slashes |= (ulong)Vector128.Equals(Vector128.LoadUnsafe(ref first, (nuint)i), slash).ExtractMostSignificantBits() << (i - block);
            }

            if (i < end)
            {
                // The last step overlaps the one before.
                var at = end - Vector128<ushort>.Count;
                slashes |= (ulong)Vector128.Equals(Vector128.LoadUnsafe(ref first, (nuint)at), slash).ExtractMostSignificantBits() >> (i - at) << (i - block);
            }

            return slashes;
        }

        for (var i = block; i < end; i++)
        {
            slashes |= (path[i] == '/' ? 1UL : 0UL) << (i - block);
        }

        return slashes;
    }
}
