using System.Runtime.CompilerServices;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>Finds the literal child of a node for a segment: few are compared in turn, many by hash.</summary>
internal static class RouteLiteralFinder
{
    /// <summary>The child, or 0.</summary>
    /// <param name="node">The node, which has literals.</param>
    /// <param name="shape">What it has.</param>
    /// <param name="matcher">The table and the path.</param>
    /// <param name="segment">The segment, which is not empty.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Find(ref int node, int shape, in RouteMatcher matcher, PathSegment segment)
    {
        var word = PathWord.Read(matcher.Path, segment.Start, segment.Length);
        ref var entry = ref Unsafe.Add(ref node, RouteTableLayout.NodeLiteralEntries);
        if ((shape & RouteTableLayout.HasHashedLiterals) != 0)
        {
            var multiplier = Pair(ref Unsafe.Add(ref node, RouteTableLayout.NodeLiteralMultiplier));
            var shift = Unsafe.Add(ref node, RouteTableLayout.NodeLiteralShift);
            var slot = segment.Length <= RouteHash.WordLength ? RouteHash.Slot(0, word, multiplier, shift) : LongSlot(matcher.Path, segment, multiplier, shift);
            entry = ref Unsafe.Add(ref node, RouteTableLayout.NodeLiteralSlots + (slot * RouteTableLayout.LiteralSize));
        }

        while (true)
        {
            var child = Unsafe.Add(ref entry, RouteTableLayout.LiteralChild);
            if (child == 0)
            {
                return 0;
            }

            if (Pair(ref Unsafe.Add(ref entry, RouteTableLayout.LiteralWord)) == word)
            {
                var length = Unsafe.Add(ref entry, RouteTableLayout.LiteralLength);
                if (length == segment.Length || (length < 0 && IsSame(-length, in matcher, segment)))
                {
                    return child;
                }
            }

            entry = ref Unsafe.Add(ref entry, RouteTableLayout.LiteralSize);
        }
    }

    /// <summary>Compares the length, the words after the first, and the text where these do not suffice.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsSame(int offset, in RouteMatcher matcher, PathSegment segment)
    {
        ref var rest = ref matcher.At(offset);
        if (Unsafe.Add(ref rest, RouteTableLayout.RestLength) != segment.Length)
        {
            return false;
        }

        ref var word = ref Unsafe.Add(ref rest, RouteTableLayout.RestWords);
        for (var i = RouteHash.WordLength; i < segment.Length; i += RouteHash.WordLength)
        {
            if (Pair(ref word) != PathWord.Read(matcher.Path, segment.Start + i, segment.Length - i))
            {
                return false;
            }

            word = ref Unsafe.Add(ref word, 2);
        }

        var text = Unsafe.Add(ref rest, RouteTableLayout.RestText);
        return text < 0 || matcher.HasText(text, segment);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int LongSlot(ReadOnlySpan<char> path, PathSegment segment, ulong multiplier, int shift)
    {
        ulong hash = 0;
        var i = 0;
        for (; i < segment.Length - RouteHash.WordLength; i += RouteHash.WordLength)
        {
            hash = RouteHash.Add(hash, PathWord.Read(path, segment.Start + i, segment.Length - i));
        }

        return RouteHash.Slot(hash, PathWord.Read(path, segment.Start + i, segment.Length - i), multiplier, shift);
    }

    /// <summary>Two numbers of the table, low half first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Pair(ref int number) => BitConverter.IsLittleEndian
        ? Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<int, byte>(ref number))
        : (uint)number | ((ulong)(uint)Unsafe.Add(ref number, 1) << 32);
}
