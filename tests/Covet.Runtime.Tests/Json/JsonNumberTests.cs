using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Covet.Internal;

namespace Covet.Runtime.Tests.Json;

public sealed class JsonNumberTests
{
    private const int Seed = 20250611;
    private const int Count = 300_000;

    private delegate void Put<T>(ref JsonWriter writer, T value);

    [Fact]
    public void Every_double_is_written_as_NET_writes_it()
    {
        var random = new Random(Seed);
        var values = new List<double> { 0, -0.0, 1, 0.1, 0.0001, 0.00001, 1e15, 1e16, 999999999999999, 9999999999999998, 123456789012345680, 5e-324, 2.2250738585072014E-308, double.MaxValue, double.Epsilon, 9007199254740993, 1e22, 1e23, 4.35, 0.3, 2d / 3 };
        for (var i = -1074; i < 1024; i++)
        {
            values.Add(Math.ScaleB(1, i));
            values.Add(Math.BitDecrement(Math.ScaleB(1, i)));
            values.Add(Math.Pow(10, i / 3));
        }

        // Every exponent, with the fractions at which carries and bounds go wrong.
        for (var exponent = 0UL; exponent < 0x7FF; exponent++)
        {
            foreach (var fraction in new ulong[] { 0, 1, 2, 3, 0x7_FFFF_FFFF_FFFF, 0x8_0000_0000_0000, 0x8_0000_0000_0001, 0x5_5555_5555_5555, 0xA_AAAA_AAAA_AAAA, 0xF_FFFF_FFFF_FFFE, 0xF_FFFF_FFFF_FFFF })
            {
                values.Add(BitConverter.UInt64BitsToDouble((exponent << 52) | fraction));
                values.Add(-values[^1]);
            }
        }

        for (var i = 0; i < Count; i++)
        {
            values.Add(BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)));
            values.Add(Math.Round(random.NextDouble() * 1000, random.Next(8)));
            values.Add(random.NextDouble());
            values.Add(random.Next() / (double)random.Next(1, 1000));
        }

        foreach (var value in values.Where(double.IsFinite))
        {
            Equal(value.ToString(CultureInfo.InvariantCulture), Written(value, static (ref JsonWriter writer, double v) => writer.WriteDouble(v)));
        }
    }

    [Fact]
    public void Every_float_is_written_as_NET_writes_it()
    {
        var random = new Random(Seed);
        for (var exponent = 0U; exponent < 0xFF; exponent++)
        {
            foreach (var fraction in new uint[] { 0, 1, 2, 3, 0x3FFFFF, 0x400000, 0x400001, 0x2AAAAA, 0x555555, 0x7FFFFE, 0x7FFFFF })
            {
                var value = BitConverter.UInt32BitsToSingle((exponent << 23) | fraction);
                Equal(value.ToString(CultureInfo.InvariantCulture), Written(value, static (ref JsonWriter writer, float v) => writer.WriteSingle(v)));
                Equal((-value).ToString(CultureInfo.InvariantCulture), Written(-value, static (ref JsonWriter writer, float v) => writer.WriteSingle(v)));
            }
        }

        for (var i = 0; i < Count; i++)
        {
            foreach (var value in new[] { BitConverter.Int32BitsToSingle(random.Next(int.MinValue, int.MaxValue)), MathF.Round(random.NextSingle() * 100, random.Next(6)), random.NextSingle() })
            {
                if (float.IsFinite(value))
                {
                    Equal(value.ToString(CultureInfo.InvariantCulture), Written(value, static (ref JsonWriter writer, float v) => writer.WriteSingle(v)));
                }
            }
        }
    }

    [Fact]
    public void Every_decimal_is_written_as_NET_writes_it()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            foreach (var value in new[]
                {
                    new decimal(random.Next(), random.Next(), random.Next(2) * random.Next(), random.Next(2) == 0, (byte)random.Next(29)),
                    new decimal(random.Next(100000), 0, 0, random.Next(2) == 0, (byte)random.Next(8)),
                    new decimal(0, 0, 0, random.Next(2) == 0, (byte)random.Next(4)),
                })
            {
                Equal(value.ToString(CultureInfo.InvariantCulture), Written(value, static (ref JsonWriter writer, decimal v) => writer.WriteDecimal(v)));
            }
        }
    }

    [Fact]
    public void Every_whole_number_is_written_as_NET_writes_it_and_read_again()
    {
        var random = new Random(Seed);
        var values = new List<long> { 0, long.MinValue, long.MaxValue, int.MinValue, -1, 9, 10, 99, 100, 999999999, 1000000000, uint.MaxValue, uint.MaxValue + 1L };
        for (var i = 0; i < Count; i++)
        {
            values.Add(random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64));
        }

        foreach (var value in values)
        {
            var text = Written(value, static (ref JsonWriter writer, long v) => writer.WriteInt64(v));
            Equal(value.ToString(CultureInfo.InvariantCulture), text);
            var reader = new JsonReader(Encoding.UTF8.GetBytes(text));
            Assert.Equal(value, reader.ReadInt64());
            Equal(((ulong)value).ToString(CultureInfo.InvariantCulture), Written((ulong)value, static (ref JsonWriter writer, ulong v) => writer.WriteUInt64(v)));
        }
    }

    [Fact]
    public void Every_number_text_is_read_as_SystemTextJson_reads_it()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count; i++)
        {
            var text = random.Next(6) switch
            {
                0 => BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue)) is var v && double.IsFinite(v) ? v.ToString(CultureInfo.InvariantCulture) : "0",
                1 => random.NextDouble().ToString("F" + random.Next(1, 20), CultureInfo.InvariantCulture),
                2 => random.NextInt64().ToString(CultureInfo.InvariantCulture) + "." + random.NextInt64().ToString(CultureInfo.InvariantCulture),
                3 => (random.NextDouble() * 1000).ToString("F2", CultureInfo.InvariantCulture),
                4 => random.Next(1000) + "e" + random.Next(-330, 330),
                _ => new string([.. Enumerable.Range(0, random.Next(1, 8)).Select(_ => "0123456789.-+eE"[random.Next(15)])]),
            };
            Check(text, Read(text, static (ref JsonReader reader) => reader.ReadDouble()), Expect(text, static (ref Utf8JsonReader reader) => reader.GetDouble()));
            Check(text, Read(text, static (ref JsonReader reader) => reader.ReadSingle()), Expect(text, static (ref Utf8JsonReader reader) => reader.GetSingle()));
            Check(text, Read(text, static (ref JsonReader reader) => reader.ReadDecimal()), Expect(text, static (ref Utf8JsonReader reader) => reader.GetDecimal()));
            Check(text, Read(text, static (ref JsonReader reader) => reader.ReadInt32()), Expect(text, static (ref Utf8JsonReader reader) => reader.GetInt32()));
            Check(text, Read(text, static (ref JsonReader reader) => reader.ReadByte()), Expect(text, static (ref Utf8JsonReader reader) => reader.GetByte()));
            Check(text, Read(text, static (ref JsonReader reader) => reader.ReadUInt64()), Expect(text, static (ref Utf8JsonReader reader) => reader.GetUInt64()));
        }
    }

    [Fact]
    public void Every_date_is_written_and_read_as_SystemTextJson_does()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Count / 10; i++)
        {
            var ticks = random.NextInt64(DateTime.MaxValue.Ticks);
            ticks -= random.Next(3) switch { 0 => ticks % TimeSpan.TicksPerSecond, 1 => ticks % 1000, _ => 0 };
            var moment = new DateTime(ticks, (DateTimeKind)random.Next(3));
            var offset = new DateTimeOffset(Math.Clamp(ticks, TimeSpan.TicksPerDay, DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay), TimeSpan.FromMinutes(random.Next(-840, 841)));
            var text = Written(moment, static (ref JsonWriter writer, DateTime v) => writer.WriteDateTime(v));
            Equal(JsonSerializer.Serialize(moment), text);
            Assert.Equal(JsonSerializer.Deserialize<DateTime>(text), new JsonReader(Encoding.UTF8.GetBytes(text)).ReadDateTime());
            var stamp = Written(offset, static (ref JsonWriter writer, DateTimeOffset v) => writer.WriteDateTimeOffset(v));
            Equal(JsonSerializer.Serialize(offset), stamp);
            Assert.Equal(offset, new JsonReader(Encoding.UTF8.GetBytes(stamp)).ReadDateTimeOffset());
        }
    }

    private delegate T Get<T>(ref JsonReader reader);

    private delegate T GetExpected<T>(ref Utf8JsonReader reader);

    private static string Read<T>(string text, Get<T> get)
    {
        try
        {
            var reader = new JsonReader(Encoding.UTF8.GetBytes(text));
            var value = get(ref reader);
            reader.Complete();
            return Show(value);
        }
        catch (JsonException)
        {
            return "refused";
        }
    }

    private static string Expect<T>(string text, GetExpected<T> get)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(text));
            reader.Read();
            var value = get(ref reader);
            return reader.Read() ? "refused" : Show(value);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return "refused";
        }
    }

    // Negative zero is another value than zero, and 1.50 another decimal than 1.5.
    private static string Show<T>(T value) => string.Create(CultureInfo.InvariantCulture, $"{value}");

    private static void Check(string text, string actual, string expected) => Assert.True(expected == actual, $"seed {Seed}, {text}: {expected} expected, {actual} read");

    private static void Equal(string expected, string actual) => Assert.True(expected == actual, $"seed {Seed}: {expected} expected, {actual} written");

    private static string Written<T>(T value, Put<T> put)
    {
        var buffer = new ArrayBufferWriter<byte>(64);
        var writer = new JsonWriter(buffer);
        put(ref writer, value);
        writer.Flush();
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
