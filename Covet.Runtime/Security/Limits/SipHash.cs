using System.Buffers.Binary;
using System.Numerics;
using System.Security.Cryptography;

namespace Covet;

/// <summary>
/// SipHash-2-4 with 128 bits (Aumasson and Bernstein, 2012) under a key of the process: short names of callers for limit
/// tables, that a stranger can neither guess nor make collide. It protects no secret.
/// </summary>
internal static class SipHash
{
    private static readonly UInt128 ProcessKey = new(
        BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)),
        BinaryPrimitives.ReadUInt64LittleEndian(RandomNumberGenerator.GetBytes(8)));

    public static UInt128 Compute(ReadOnlySpan<byte> data) => Compute(ProcessKey, data);

    /// <summary>The upper half of the key is its first eight bytes; of the result likewise.</summary>
    public static UInt128 Compute(UInt128 key, ReadOnlySpan<byte> data)
    {
        var k0 = (ulong)(key >> 64);
        var k1 = (ulong)key;
        var v0 = k0 ^ 0x736f6d6570736575;
        var v1 = k1 ^ 0x646f72616e646f6d ^ 0xee;
        var v2 = k0 ^ 0x6c7967656e657261;
        var v3 = k1 ^ 0x7465646279746573;
        var tail = (ulong)data.Length << 56;
        while (data.Length >= 8)
        {
            Absorb(ref v0, ref v1, ref v2, ref v3, BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[8..];
        }

        for (var i = 0; i < data.Length; i++)
        {
            tail |= (ulong)data[i] << (8 * i);
        }

        Absorb(ref v0, ref v1, ref v2, ref v3, tail);
        v2 ^= 0xee;
        Rounds(ref v0, ref v1, ref v2, ref v3, 4);
        var first = v0 ^ v1 ^ v2 ^ v3;
        v1 ^= 0xdd;
        Rounds(ref v0, ref v1, ref v2, ref v3, 4);
        return new UInt128(first, v0 ^ v1 ^ v2 ^ v3);
    }

    private static void Absorb(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3, ulong word)
    {
        v3 ^= word;
        Rounds(ref v0, ref v1, ref v2, ref v3, 2);
        v0 ^= word;
    }

    private static void Rounds(ref ulong v0, ref ulong v1, ref ulong v2, ref ulong v3, int count)
    {
        for (var i = 0; i < count; i++)
        {
            v0 += v1;
            v1 = BitOperations.RotateLeft(v1, 13) ^ v0;
            v0 = BitOperations.RotateLeft(v0, 32);
            v2 += v3;
            v3 = BitOperations.RotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = BitOperations.RotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = BitOperations.RotateLeft(v1, 17) ^ v2;
            v2 = BitOperations.RotateLeft(v2, 32);
        }
    }
}
