using System.Buffers.Binary;

namespace Covet.Internal;

/// <summary>
/// Compresses a document as gzip (RFC 1952) with the fixed codes of deflate (RFC 1951, section 3.2.6). It is its own because the
/// platform's brings zlib, and with it brotli and brotli's dictionaries, into every native binary: almost a megabyte, for a
/// document that is compressed once.
/// </summary>
internal ref struct GzipWriter
{
    private const int HeaderLength = 10;
    private const int TrailerLength = 8;
    private const int EndOfBlock = 256;

    private readonly byte[] output;
    private int length;
    private ulong bits;
    private int bitCount;

    private GzipWriter(int inputLength)
    {
        // A literal takes 9 bits at most.
        output = new byte[HeaderLength + TrailerLength + 8 + inputLength + (inputLength / 8)];
    }

    /// <summary>The compressed bytes.</summary>
    public static byte[] Compress(ReadOnlySpan<byte> content)
    {
        var writer = new GzipWriter(content.Length);
        writer.Write(content);
        return writer.output.AsSpan(0, writer.length).ToArray();
    }

    private void Write(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> header = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff];
        header.CopyTo(output);
        length = HeaderLength;

        // One block, the last, with fixed codes.
        Put(0b011, 3);
        var matches = new GzipMatches(content);
        for (var at = 0; at < content.Length;)
        {
            var (matched, distance) = matches.Longest(at);
            if (matched == 0)
            {
                Symbol(content[at]);
                matches.Insert(at++);
                continue;
            }

            Length(matched);
            Distance(distance);
            for (var end = at + matched; at < end; at++)
            {
                matches.Insert(at);
            }
        }

        Symbol(EndOfBlock);
        Put(0, 7);
        length += bitCount / 8;
        BinaryPrimitives.WriteUInt32LittleEndian(output.AsSpan(length), Crc(content));
        BinaryPrimitives.WriteUInt32LittleEndian(output.AsSpan(length + 4), (uint)content.Length);
        length += TrailerLength;
    }

    private static uint Crc(ReadOnlySpan<byte> content)
    {
        var crc = uint.MaxValue;
        foreach (var value in content)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB88320 & (0 - (crc & 1)));
            }
        }

        return ~crc;
    }

    private void Symbol(int symbol)
    {
        switch (symbol)
        {
            case < 144:
                PutCode(0b0011_0000 + symbol, 8);
                break;
            case < 256:
                PutCode(0b1_1001_0000 + symbol - 144, 9);
                break;
            case < 280:
                PutCode(symbol - 256, 7);
                break;
            default:
                PutCode(0b1100_0000 + symbol - 280, 8);
                break;
        }
    }

    // Lengths from 3: eight symbols of one length, then four symbols for each count of extra bits; 258 has its own.
    private void Length(int value)
    {
        if (value == GzipMatches.Longest258)
        {
            Symbol(285);
            return;
        }

        var (symbol, extra) = Split(value - 3, 2);
        Symbol(257 + symbol);
        Put((uint)(value - 3) & ((1u << extra) - 1), extra);
    }

    // Distances from 1: four symbols of one distance, then two symbols for each count of extra bits.
    private void Distance(int value)
    {
        var (symbol, extra) = Split(value - 1, 1);
        PutCode(symbol, 5);
        Put((uint)(value - 1) & ((1u << extra) - 1), extra);
    }

    // The symbol of a value, where 2^shift symbols share a count of extra bits, and that count.
    private static (int Symbol, int Extra) Split(int value, int shift)
    {
        var extra = Math.Max(0, 31 - int.LeadingZeroCount(value | 1) - shift);
        return ((extra << shift) + (value >> extra), extra);
    }

    // Codes go from their highest bit, all else from its lowest.
    private void PutCode(int code, int count)
    {
        var reversed = 0u;
        for (var i = 0; i < count; i++)
        {
            reversed = (reversed << 1) | (((uint)code >> i) & 1);
        }

        Put(reversed, count);
    }

    private void Put(uint value, int count)
    {
        bits |= (ulong)value << bitCount;
        bitCount += count;
        BinaryPrimitives.WriteUInt64LittleEndian(output.AsSpan(length), bits);
        var whole = bitCount / 8;
        length += whole;
        bits >>= whole * 8;
        bitCount &= 7;
    }
}
