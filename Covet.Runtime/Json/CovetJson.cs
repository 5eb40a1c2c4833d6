using System.Buffers;
using Covet.Internal;

namespace Covet;

/// <summary>
/// JSON without HTTP. The readers and writers are generated at build; nothing is looked up by reflection. A call whose type is known where
/// it stands is bound to them by the compiler, and has them made. In generic code, where a type parameter says the type, they are looked up
/// once a type: among those of all types that endpoints, calls and <see cref="JsonModelAttribute"/> lead to.
/// </summary>
/// <example><code>
/// [JsonModel] public sealed record Point(int X, int Y);
///
/// string json = CovetJson.Serialize(new Point(1, 2));            // {"x":1,"y":2}
/// Point? point = CovetJson.Deserialize&lt;Point&gt;("{\"x\":1,\"y\":2}"u8);
/// </code></example>
public static class CovetJson
{
    /// <summary>Writes a value as JSON text (RFC 8259).</summary>
    /// <typeparam name="T">The type whose codec is used; the declared one, not that of the value at run time.</typeparam>
    /// <param name="value">The value.</param>
    /// <exception cref="NotSupportedException">Generic code is given a type for which nothing is generated; mark it <see cref="JsonModelAttribute"/>.</exception>
    public static string Serialize<T>(T value) => JsonBuffer.ReturnAsText(Write(value));

    /// <summary>Writes a value as JSON in UTF-8.</summary>
    /// <inheritdoc cref="Serialize{T}(T)"/>
    public static byte[] SerializeToUtf8Bytes<T>(T value) => JsonBuffer.ReturnAsBytes(Write(value));

    /// <summary>Writes a value as JSON in UTF-8 into a buffer.</summary>
    /// <param name="output">The buffer; it is advanced by what is written.</param>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">The type whose codec is used; the declared one, not that of the value at run time.</typeparam>
    /// <exception cref="NotSupportedException">Generic code is given a type for which nothing is generated; mark it <see cref="JsonModelAttribute"/>.</exception>
    public static void Serialize<T>(IBufferWriter<byte> output, T value)
    {
        ArgumentNullException.ThrowIfNull(output);
        var codec = JsonCodecs.Get<T>();
        var writer = new JsonWriter(output, codec.Settings);
        codec.Write(ref writer, value);
        writer.Flush();
    }

    /// <summary>Reads a value from JSON in UTF-8, without a byte order mark.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <param name="utf8">The whole JSON text.</param>
    /// <returns>The value; null where the text is <c>null</c> and the type allows it.</returns>
    /// <exception cref="CovetJsonException">The text is no JSON, or does not fit the type; says where.</exception>
    /// <exception cref="NotSupportedException">Generic code is given a type for which nothing is generated; mark it <see cref="JsonModelAttribute"/>.</exception>
    public static T? Deserialize<T>(ReadOnlySpan<byte> utf8)
    {
        var codec = JsonCodecs.Get<T>();
        var reader = new JsonReader(utf8, codec.Settings);
        var value = codec.Read(ref reader);
        reader.Complete();
        return value;
    }

    /// <summary>Reads a value from JSON text.</summary>
    /// <inheritdoc cref="Deserialize{T}(ReadOnlySpan{byte})"/>
    /// <param name="json">The whole JSON text.</param>
    public static T? Deserialize<T>(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        using var text = new JsonTextBytes(json);
        return Deserialize<T>(text.Utf8);
    }

    private static JsonBuffer Write<T>(T value)
    {
        var buffer = JsonBuffer.Rent();
        Serialize(buffer, value);
        return buffer;
    }
}
