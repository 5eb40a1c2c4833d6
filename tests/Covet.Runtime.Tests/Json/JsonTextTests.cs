using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Covet.Internal;

namespace Covet.Runtime.Tests.Json;

public sealed class JsonTextTests
{
    private const int Seed = 20250612;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Strings_of_every_length_are_written_as_SystemTextJson_writes_them(bool relaxed)
    {
        var random = new Random(Seed);
        var options = new JsonSerializerOptions { Encoder = relaxed ? JavaScriptEncoder.UnsafeRelaxedJsonEscaping : JavaScriptEncoder.Default };
        var settings = new JsonSettings { RelaxedEncoder = relaxed };
        for (var c = 0; c <= char.MaxValue; c++)
        {
            Check(new string((char)c, 1), options, settings);
        }

        for (var i = 0; i < 30_000; i++)
        {
            var text = Text(random, random.Next(0, i % 100 == 0 ? 6000 : 70));
            Check(text, options, settings);
        }
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Strings_of_every_length_are_read_as_they_were_written()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 30_000; i++)
        {
            var text = Text(random, random.Next(0, i % 100 == 0 ? 6000 : 70));
            var json = JsonSerializer.SerializeToUtf8Bytes(text, random.Next(2) == 0 ? Relaxed : JsonSerializerOptions.Default);
            Assert.Equal(JsonSerializer.Deserialize<string>(json), new JsonReader(json).ReadString());
        }
    }

    // Mostly clean ASCII, with now and then what is escaped, what is not ASCII, pairs, and halves of pairs.
    private static string Text(Random random, int length)
    {
        var text = new StringBuilder();
        var rate = random.Next(1, 60);
        while (text.Length < length)
        {
            if (random.Next(rate) != 0)
            {
                text.Append((char)random.Next('a', 'z' + 1));
                continue;
            }

            switch (random.Next(5))
            {
                case 0:
                    text.Append((char)random.Next(0x80));
                    break;
                case 1:
                    text.Append((char)random.Next(0x80, 0x800));
                    break;
                case 2:
                    text.Append(char.ConvertFromUtf32(random.Next(0x10000, 0x10FFFF)));
                    break;
                case 3:
                    text.Append((char)random.Next(0x800, 0xFFFF));
                    break;
                default:
                    text.Append("\"&'+<>\\`\u007F/\t\n"[random.Next(12)]);
                    break;
            }
        }

        return text.ToString();
    }

    private static void Check(string text, JsonSerializerOptions options, JsonSettings settings)
    {
        var buffer = new ArrayBufferWriter<byte>(16);
        var writer = new JsonWriter(buffer, settings);
        writer.WriteString(text);
        writer.Flush();
        var actual = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var expected = JsonSerializer.Serialize(text, options);
        Assert.True(expected == actual, $"seed {Seed}: {expected} expected, {actual} written");
    }
}
