using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Conduit.Stores.Embedded;

/// <summary>
/// The frame around one batch: length and CRC-32C of the payload, 4 bytes each, little-endian, then the payload. A batch is written
/// only after the one before it is on the disk, so that a crash can tear the last frame and no other.
/// </summary>
internal static class LogFrame
{
    public const int HeaderLength = 8;

    /// <summary>A payload with its header.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> payload)
    {
        var frame = new byte[HeaderLength + payload.Length];
        BinaryPrimitives.WriteInt32LittleEndian(frame, payload.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(frame.AsSpan(4), Checksum(payload));
        payload.CopyTo(frame.AsSpan(HeaderLength));
        return frame;
    }

    /// <summary>The length of the payload that a header announces; false: this is no header.</summary>
    public static bool TryReadLength(ReadOnlySpan<byte> header, out int length)
    {
        length = header.Length < HeaderLength ? 0 : BinaryPrimitives.ReadInt32LittleEndian(header);
        return length > 0;
    }

    /// <summary>Whether a payload is what its header was written for.</summary>
    public static bool IsSound(ReadOnlySpan<byte> header, ReadOnlySpan<byte> payload) =>
        payload.Length == BinaryPrimitives.ReadInt32LittleEndian(header)
        && Checksum(payload) == BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, rest);
        }

        return ~crc;
    }
}
