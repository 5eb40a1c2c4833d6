using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Json.Tests.Differential;

/// <summary>Random values of the types that are one JSON token, with their limits over-represented.</summary>
internal static class PrimitiveFactory
{
    private static readonly string[] Uris =
        ["https://example.com/", "http://user@host:81/a%20b?q=1&r=%C3%A9#f", "/relative/path?x=<y>", "", "a b", "urn:isbn:1", "http://münchen.de/straße", "file:///c:/x"];

    private static readonly Dictionary<Type, Func<Random, object?>> Makers = new()
    {
        [typeof(bool)] = static r => r.Next(2) == 0,
        [typeof(byte)] = static r => Pick<byte>(r, byte.MinValue, byte.MaxValue, (byte)r.Next(256)),
        [typeof(sbyte)] = static r => Pick<sbyte>(r, sbyte.MinValue, sbyte.MaxValue, (sbyte)r.Next(-128, 128)),
        [typeof(short)] = static r => Pick<short>(r, short.MinValue, short.MaxValue, (short)r.Next(-32768, 32768)),
        [typeof(ushort)] = static r => Pick<ushort>(r, ushort.MinValue, ushort.MaxValue, (ushort)r.Next(65536)),
        [typeof(int)] = static r => Pick(r, int.MinValue, int.MaxValue, (int)Bits(r)),
        [typeof(uint)] = static r => Pick(r, uint.MinValue, uint.MaxValue, (uint)Bits(r)),
        [typeof(long)] = static r => Pick(r, long.MinValue, long.MaxValue, (long)Bits(r)),
        [typeof(ulong)] = static r => Pick(r, ulong.MinValue, ulong.MaxValue, Bits(r)),
        [typeof(Int128)] = static r => Pick(r, Int128.MinValue, Int128.MaxValue, new Int128(Bits(r), Bits(r))),
        [typeof(UInt128)] = static r => Pick(r, UInt128.MinValue, UInt128.MaxValue, new UInt128(Bits(r), Bits(r))),
        [typeof(Half)] = static r => BitConverter.UInt16BitsToHalf((ushort)r.Next(65536)),
        [typeof(float)] = static r => Floating(r, (float)r.Next(-1000, 1000) / 8, BitConverter.UInt32BitsToSingle((uint)Bits(r)), float.MaxValue, float.Epsilon, float.NaN),
        [typeof(double)] = static r => Floating(r, r.Next(-100000, 100000) / 100.0, BitConverter.UInt64BitsToDouble((ulong)r.NextInt64()), double.MaxValue, double.Epsilon, double.PositiveInfinity),
        [typeof(decimal)] = static r => Pick(r, decimal.MinValue, decimal.MaxValue, new decimal((int)Bits(r), (int)Bits(r), r.Next(3) == 0 ? (int)Bits(r) : 0, r.Next(2) == 0, (byte)r.Next(29))),
        [typeof(char)] = static r => r.Next(3) == 0 ? (char)r.Next(65536) : (char)r.Next(128),
        [typeof(string)] = TextFactory.Any,
        [typeof(Guid)] = static r => MakeGuid(r),
        [typeof(DateTime)] = static r => new DateTime(Ticks(r, DateTime.MaxValue.Ticks), (DateTimeKind)r.Next(3)),
        [typeof(DateTimeOffset)] = static r => MakeOffset(r),
        [typeof(DateOnly)] = static r => DateOnly.FromDayNumber(Pick(r, 0, DateOnly.MaxValue.DayNumber, r.Next(DateOnly.MaxValue.DayNumber))),
        [typeof(TimeOnly)] = static r => new TimeOnly(Ticks(r, TimeOnly.MaxValue.Ticks)),
        [typeof(TimeSpan)] = static r => new TimeSpan(Pick(r, long.MinValue, long.MaxValue, r.NextInt64(-2 * TimeSpan.TicksPerDay, 400 * TimeSpan.TicksPerDay) / (r.Next(2) == 0 ? 1 : TimeSpan.TicksPerSecond) * TimeSpan.TicksPerSecond)),
        [typeof(Uri)] = static r => new Uri(Uris[r.Next(Uris.Length)], UriKind.RelativeOrAbsolute),
        [typeof(Version)] = static r => MakeVersion(r),
        [typeof(byte[])] = static r => Blob(r),
        [typeof(Memory<byte>)] = static r => new Memory<byte>(Blob(r)),
        [typeof(ReadOnlyMemory<byte>)] = static r => new ReadOnlyMemory<byte>(Blob(r)),
        [typeof(JsonElement)] = static r => JsonDocument.Parse(JsonNodeFactory.Text(r)).RootElement,
        [typeof(JsonDocument)] = static r => JsonDocument.Parse(JsonNodeFactory.Text(r)),
        [typeof(JsonNode)] = static r => JsonNode.Parse(JsonNodeFactory.Text(r)),
        [typeof(JsonObject)] = static r => JsonNode.Parse("{\"a\":" + JsonNodeFactory.Text(r) + "}"),
        [typeof(JsonArray)] = static r => JsonNode.Parse("[" + JsonNodeFactory.Text(r) + ",1]"),
        [typeof(JsonValue)] = static r => JsonNode.Parse(r.Next(2) == 0 ? "\"text\"" : r.Next().ToString(CultureInfo.InvariantCulture)),
    };

    public static bool TryMake(Type type, Random random, out object? value)
    {
        if (Makers.TryGetValue(type, out var make))
        {
            value = make(random);
            return true;
        }

        if (type.IsEnum)
        {
            var values = Enum.GetValues(type);
            value = random.Next(5) == 0
                ? Enum.ToObject(type, PrimitiveOf(Enum.GetUnderlyingType(type), random))
                : values.GetValue(random.Next(values.Length));
            return true;
        }

        value = null;
        return false;
    }

    private static object PrimitiveOf(Type type, Random random) => Makers[type](random)!;

    private static ulong Bits(Random random) => (ulong)random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64);

    private static T Pick<T>(Random random, T low, T high, T other)
        where T : struct => random.Next(16) switch
        {
            0 => low,
            1 => high,
            2 => default,
            _ => other,
        };

    private static T Floating<T>(Random random, T simple, T bits, T max, T epsilon, T odd)
        where T : struct => random.Next(20) switch
        {
            0 => max,
            1 => epsilon,
            2 => default,
            3 when random.Next(4) == 0 => odd,
            < 10 => bits,
            _ => simple,
        };

    private static long Ticks(Random random, long max) => random.Next(8) switch
    {
        0 => 0,
        1 => max,
        2 => random.NextInt64(max) / TimeSpan.TicksPerDay * TimeSpan.TicksPerDay,
        3 => random.NextInt64(max) / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond,
        4 => random.NextInt64(max) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond,
        _ => random.NextInt64(max),
    };

    private static Guid MakeGuid(Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        return random.Next(10) == 0 ? Guid.Empty : new Guid(bytes);
    }

    private static DateTimeOffset MakeOffset(Random random)
    {
        var offset = TimeSpan.FromMinutes(random.Next(3) == 0 ? 0 : random.Next(-14 * 60, (14 * 60) + 1));
        var ticks = Math.Clamp(Ticks(random, DateTime.MaxValue.Ticks), TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay);
        return new DateTimeOffset(ticks, offset);
    }

    private static Version MakeVersion(Random random) => random.Next(3) switch
    {
        0 => new Version(random.Next(100), random.Next(100)),
        1 => new Version(random.Next(), random.Next(100), random.Next(100)),
        _ => new Version(random.Next(100), random.Next(), random.Next(100), random.Next()),
    };

    private static byte[] Blob(Random random)
    {
        var bytes = new byte[random.Next(6) == 0 ? random.Next(400) : random.Next(20)];
        random.NextBytes(bytes);
        return bytes;
    }
}
