using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Internal;

// What user-written converters of System.Text.Json read. Each gets the bytes of one value.
public ref partial struct JsonReader
{
    /// <summary>Reads a value with a user-written converter.</summary>
    public T? ReadConverted<T>(JsonConverter<T> converter)
    {
        _ = Peek();
        var start = pos;
        var slice = ReadRaw();
        if (slice[0] == (byte)'n' && !converter.HandleNull)
        {
            return default(T) is null ? default : Invalid<T>(start, "a value that is not null");
        }

        var inner = new Utf8JsonReader(slice, InnerOptions());
        _ = inner.Read();
        try
        {
            var value = converter.Read(ref inner, typeof(T), settings.SerializerOptions);
            return inner.BytesConsumed == slice.Length ? value : Invalid<T>(start, "read by its converter to its end");
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            // What System.Text.Json takes for bad input too. The message may hold input, so it is not passed on.
            return Invalid<T>(start, "what its converter reads");
        }
    }

    /// <summary>Reads a dictionary key with a user-written converter.</summary>
    /// <param name="converter">The converter.</param>
    /// <param name="name">The name, as <see cref="NextMember"/> gave it.</param>
    public T? ReadConvertedName<T>(JsonConverter<T> converter, ReadOnlySpan<byte> name)
        where T : notnull
    {
        var buffer = JsonBuffer.Rent();
        try
        {
            using (var writer = new Utf8JsonWriter(buffer))
            {
                writer.WriteStartObject();
                writer.WriteNull(name);
                writer.WriteEndObject();
            }

            var inner = new Utf8JsonReader(buffer.Written);
            _ = inner.Read();
            _ = inner.Read();
            return converter.ReadAsPropertyName(ref inner, typeof(T), settings.SerializerOptions);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return Invalid<T>(pos, "named by a key that its converter reads");
        }
        finally
        {
            JsonBuffer.Return(buffer);
        }
    }

    private readonly JsonReaderOptions InnerOptions() => settings.ReaderOptions with { MaxDepth = Math.Max(1, maxDepth - depth) };
}
