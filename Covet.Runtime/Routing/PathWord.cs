using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>Reads the words of <see cref="RouteHash"/> out of a path, by vectors where it is ASCII.</summary>
internal static class PathWord
{
    /// <summary>The word at a place of the path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="start">The first character.</param>
    /// <param name="length">How many are the segment's from there on; those beyond a word are left out.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ReadOnlySpan<char> path, int start, int length)
    {
        if (!Vector128.IsHardwareAccelerated || !BitConverter.IsLittleEndian || path.Length < RouteHash.WordLength)
        {
            return ReadSlowly(path, start, length);
        }

        // At the end of the path the word is the upper part of the last that there is.
        var at = Math.Min(start, path.Length - RouteHash.WordLength);
        var characters = Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(path)), (nuint)at);
        if ((characters & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
        {
            return ReadSlowly(path, start, length);
        }

        var bytes = Sse2.IsSupported ? Sse2.PackUnsignedSaturate(characters.AsInt16(), characters.AsInt16()) : Vector128.Narrow(characters, characters);

        // Of ASCII, the upper case alone is above 101 when 'Z' is moved to 127: what comes after it is negative then.
        var isUpper = Vector128.GreaterThan((bytes + Vector128.Create((byte)('\u007F' - 'Z'))).AsSByte(), Vector128.Create((sbyte)('\u007F' - 26)));
        var word = (bytes | (isUpper.AsByte() & Vector128.Create((byte)0x20))).AsUInt64().ToScalar() >> ((start - at) * 8);
        return word & (ulong.MaxValue >> Math.Max(0, (RouteHash.WordLength - length) * 8));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static ulong ReadSlowly(ReadOnlySpan<char> path, int start, int length)
    {
        ulong word = 0;
        for (var i = Math.Min(length, RouteHash.WordLength) - 1; i >= 0; i--)
        {
            word = (word << 8) | RouteHash.Fold(path[start + i]);
        }

        return word;
    }
}
