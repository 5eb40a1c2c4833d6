using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace Covet.Internal;

/// <summary>Finds and copies text that needs no escape in JSON strings.</summary>
internal static class JsonText
{
    /// <summary>How many bytes past the text <see cref="CopyClean"/> may write.</summary>
    public const int Padding = 16;

    // Characters that are escaped: one byte for the low four bits of a character, one bit of it for the next three. What
    // JavaScriptEncoder.Default escapes: controls, DEL and "&'+<>\`.
    private static Vector128<byte> DefaultBitmap => Vector128.Create((byte)0x43, 0x03, 0x07, 0x03, 0x03, 0x03, 0x07, 0x07, 0x03, 0x03, 0x03, 0x07, 0x2B, 0x03, 0x0B, 0x83);

    // What JavaScriptEncoder.UnsafeRelaxedJsonEscaping escapes: controls, DEL, " and \.
    private static Vector128<byte> RelaxedBitmap => Vector128.Create((byte)0x03, 0x03, 0x07, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x23, 0x03, 0x03, 0x83);

    private static Vector128<byte> Bits => Vector128.Create((byte)1, 2, 4, 8, 16, 32, 64, 128, 0, 0, 0, 0, 0, 0, 0, 0);

    private static ReadOnlySpan<byte> DefaultRows => [0x43, 0x03, 0x07, 0x03, 0x03, 0x03, 0x07, 0x07, 0x03, 0x03, 0x03, 0x07, 0x2B, 0x03, 0x0B, 0x83];

    private static ReadOnlySpan<byte> RelaxedRows => [0x03, 0x03, 0x07, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x03, 0x23, 0x03, 0x03, 0x83];

    /// <summary>Whether the default encoder escapes the character.</summary>
    public static bool NeedsEscape(char c) => c >= 0x80 || (DefaultRows[c & 0xF] >> (c >> 4) & 1) != 0;

    /// <summary>
    /// Copies characters as bytes up to the first that needs an escape or is not ASCII; says how many. The target has
    /// room for all of the source and <see cref="Padding"/> bytes.
    /// </summary>
    public static int CopyClean(ReadOnlySpan<char> source, ref byte target, bool relaxed)
    {
        ref var from = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(source));
        var length = source.Length;
        if (!Vector128.IsHardwareAccelerated || length < 8)
        {
            return CopyScalar(ref from, ref target, 0, length, relaxed);
        }

        var bitmap = relaxed ? RelaxedBitmap : DefaultBitmap;
        var i = 0;
        for (; i <= length - 16; i += 16)
        {
            var low = Vector128.LoadUnsafe(ref from, (nuint)i);
            var high = Vector128.LoadUnsafe(ref from, (nuint)i + 8);
            if (((low | high) & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
            {
                return CopyScalar(ref from, ref target, i, i + 16, relaxed);
            }

            var bytes = Vector128.Narrow(low, high);
            bytes.StoreUnsafe(ref target, (nuint)i);
            var hits = Hits(bytes, bitmap);
            if (hits != Vector128<byte>.Zero)
            {
                return i + First(hits);
            }
        }

        if (i == length)
        {
            return i;
        }

        // The rest: eight characters, and the last eight over again, as what has been copied is copied to the same place.
        for (var last = length - 8; ; i = last)
        {
            i = Math.Min(i, last);
            var low = Vector128.LoadUnsafe(ref from, (nuint)i);
            if ((low & Vector128.Create((ushort)0xFF80)) != Vector128<ushort>.Zero)
            {
                return CopyScalar(ref from, ref target, i, i + 8, relaxed);
            }

            var bytes = Vector128.Narrow(low, low);
            Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, (uint)i), bytes.AsUInt64().ToScalar());
            var hits = Hits(bytes, bitmap);
            if (hits != Vector128<byte>.Zero)
            {
                return i + First(hits);
            }

            if (i == last)
            {
                return length;
            }
        }
    }

    private static int CopyScalar(ref ushort from, ref byte target, int start, int end, bool relaxed)
    {
        ref var rows = ref MemoryMarshal.GetReference(relaxed ? RelaxedRows : DefaultRows);
        for (var i = start; i < end; i++)
        {
            uint c = Unsafe.Add(ref from, i);
            if (c >= 0x80 || (Unsafe.Add(ref rows, c & 0xF) >> (int)(c >> 4) & 1) != 0)
            {
                return i;
            }

            Unsafe.Add(ref target, i) = (byte)c;
        }

        return end;
    }

    // A bit in each byte that is escaped.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Hits(Vector128<byte> bytes, Vector128<byte> bitmap) =>
        Lookup(bitmap, bytes & Vector128.Create((byte)0x0F)) & Lookup(Bits, bytes >>> 4);

    private static int First(Vector128<byte> hits) =>
        BitOperations.TrailingZeroCount(~Vector128.Equals(hits, Vector128<byte>.Zero).ExtractMostSignificantBits());

    // Indices are below 16, for which all of these are the same.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Lookup(Vector128<byte> table, Vector128<byte> indices) =>
        Ssse3.IsSupported ? Ssse3.Shuffle(table, indices)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.VectorTableLookup(table, indices)
        : Vector128.Shuffle(table, indices);
}
