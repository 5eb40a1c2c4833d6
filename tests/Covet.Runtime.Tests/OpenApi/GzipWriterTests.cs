using System.IO.Compression;
using System.Text;

namespace Covet.Runtime.Tests.OpenApi;

public sealed class GzipWriterTests(ITestOutputHelper output)
{
    private static byte[] Unpack(byte[] packed)
    {
        using var stream = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        using var whole = new MemoryStream();
        stream.CopyTo(whole);
        return whole.ToArray();
    }

    /// <summary>Bytes of an alphabet, with pieces of what stands before, near and as far away as deflate reaches.</summary>
    private static byte[] Text(Random random, int length)
    {
        var text = new byte[length];
        var letters = 1 << random.Next(9);
        for (var at = 0; at < length;)
        {
            if (at > 0 && random.Next(3) > 0)
            {
                var from = Math.Max(0, at - (random.Next(2) == 0 ? random.Next(1, 64) : random.Next(1, 40_000)));
                for (var left = random.Next(1, 600); left > 0 && at < length; left--)
                {
                    text[at++] = text[from++];
                }
            }
            else
            {
                text[at++] = (byte)random.Next(letters);
            }
        }

        return text;
    }

    [Fact]
    public void What_is_compressed_unpacks_to_the_same()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var round = 0; round < 300; round++)
        {
            var text = Text(random, round < 50 ? round : random.Next(round < 290 ? 3_000 : 200_000));
            Assert.Equal(text, Unpack(GzipWriter.Compress(text)));
        }
    }

    [Fact]
    public void Every_length_and_distance_that_deflate_can_say_is_said_right()
    {
        for (var distance = 1; distance <= 32 * 1024; distance = distance < 40 ? distance + 1 : (distance * 5 / 4) + 1)
        {
            for (var length = 3; length <= 260; length += distance < 10 ? 1 : 37)
            {
                var text = new byte[distance + length];
                new Random(distance).NextBytes(text.AsSpan(0, distance));
                for (var i = 0; i < length; i++)
                {
                    text[distance + i] = text[i];
                }

                Assert.Equal(text, Unpack(GzipWriter.Compress(text)));
            }
        }
    }

    [Fact]
    public void Random_bytes_grow_by_an_eighth_at_most()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        var packed = GzipWriter.Compress(bytes);
        Assert.InRange(packed.Length, bytes.Length, (bytes.Length * 9 / 8) + 32);
        Assert.Equal(bytes, Unpack(packed));
    }

    [Fact]
    public void A_document_becomes_nearly_as_small_as_by_the_platform()
    {
        var json = new StringBuilder("{\"openapi\":\"3.1.1\",\"paths\":{");
        for (var i = 0; i < 200; i++)
        {
            json.Append("\"/things").Append(i).Append("/{id}\":{\"get\":{\"operationId\":\"getThing").Append(i)
                .Append("\",\"parameters\":[{\"name\":\"id\",\"in\":\"path\",\"required\":true,\"schema\":{\"type\":\"integer\",\"format\":\"int32\"}}],")
                .Append("\"responses\":{\"200\":{\"description\":\"OK\",\"content\":{\"application/json\":{\"schema\":{\"$ref\":\"#/components/schemas/Thing")
                .Append(i % 7).Append("\"}}}}}}},");
        }

        var text = Encoding.UTF8.GetBytes(json.ToString());
        using var platform = new MemoryStream();
        using (var stream = new GZipStream(platform, CompressionLevel.Optimal))
        {
            stream.Write(text);
        }

        var compressed = platform.ToArray().Length;
        var packed = GzipWriter.Compress(text);
        Assert.Equal(text, Unpack(packed));
        output.WriteLine($"{text.Length} bytes: {packed.Length}, the platform {compressed}");
        Assert.InRange(packed.Length, 1, compressed * 2);
    }
}
