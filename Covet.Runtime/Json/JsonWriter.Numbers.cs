using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Covet.Internal;

// Numbers, as System.Text.Json writes them: shortest text that reads back to the same value.
public ref partial struct JsonWriter
{
    // Room for the longest number of each size; see the callers.
    private const int Digits64 = 20;

    private const ulong EightDigits = 100_000_000;

    /// <summary>Writes a number.</summary>
    public void WriteInt32(int value) => WriteInt64(value);

    /// <summary>Writes a number.</summary>
    public void WriteUInt32(uint value) => WriteUInt64(value);

    /// <summary>Writes a number.</summary>
    public void WriteInt64(long value)
    {
        Ensure(Digits64 + 1);
        if (value < 0)
        {
            At(0) = (byte)'-';
            pos++;
            PutDigits((ulong)-value);
        }
        else
        {
            PutDigits((ulong)value);
        }
    }

    /// <summary>Writes a number.</summary>
    public void WriteUInt64(ulong value)
    {
        Ensure(Digits64);
        PutDigits(value);
    }

    /// <summary>Writes a number.</summary>
    public void WriteInt128(Int128 value)
    {
        Ensure(40);
        _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
        pos += written;
    }

    /// <summary>Writes a number.</summary>
    public void WriteUInt128(UInt128 value)
    {
        Ensure(40);
        _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
        pos += written;
    }

    /// <summary>Writes a number.</summary>
    /// <exception cref="ArgumentException">It is not finite.</exception>
    public void WriteHalf(Half value)
    {
        if (!Half.IsFinite(value))
        {
            ThrowNotFinite();
        }

        Ensure(32);
        _ = value.TryFormat(Free, out var written, default, CultureInfo.InvariantCulture);
        pos += written;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void PutDigits(ulong value)
    {
        if (value < 10)
        {
            At(0) = (byte)('0' + value);
            pos++;
            return;
        }

        PutDigits(value, JsonDigits.Count(value));
    }

    // Eight bytes at a time; where there are fewer digits, what is behind them is written over later.
    private void PutDigits(ulong value, int count)
    {
        if (value < EightDigits)
        {
            PutEight(0, JsonDigits.Eight((uint)value) >> (8 * (8 - count)));
            pos += count;
            return;
        }

        var upper = value / EightDigits;
        var low = (uint)(value - (upper * EightDigits));
        if (upper < EightDigits)
        {
            PutEight(0, JsonDigits.Eight((uint)upper) >> (8 * (16 - count)));
        }
        else
        {
            var top = upper / EightDigits;
            PutEight(0, JsonDigits.Eight((uint)top) >> (8 * (24 - count)));
            PutEight(count - 16, JsonDigits.Eight((uint)(upper - (top * EightDigits))));
        }

        PutEight(count - 8, JsonDigits.Eight(low));
        pos += count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void PutEight(int offset, ulong digits) =>
        Unsafe.WriteUnaligned(ref At(offset), BitConverter.IsLittleEndian ? digits : BinaryPrimitives.ReverseEndianness(digits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void PutPair(ref byte target, uint value) =>
        Unsafe.WriteUnaligned(ref target, Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref MemoryMarshal.GetReference(Pairs), value * 2)));

    private static ReadOnlySpan<byte> Pairs =>
        "00010203040506070809101112131415161718192021222324252627282930313233343536373839404142434445464748495051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899"u8;

    private static void ThrowNotFinite() =>
        throw new ArgumentException("JSON has no number for infinity and NaN (RFC 8259, section 6). Allow them with [JsonNumberHandling(JsonNumberHandling.AllowNamedFloatingPointLiterals)].");
}
