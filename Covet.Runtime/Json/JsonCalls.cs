using System.Buffers;
using System.Text;

namespace Covet.Internal;

/// <summary>What calls of <see cref="CovetJson"/> become where their type is known at build: the same with the codec as a type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonCalls
{
    /// <summary>Writes a value as text.</summary>
    public static string Serialize<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var buffer = JsonBuffer.Rent();
        SerializeTo<T, TCodec>(buffer, value);
        return JsonBuffer.ReturnAsText(buffer);
    }

    /// <summary>Writes a value in UTF-8.</summary>
    public static byte[] SerializeToUtf8Bytes<T, TCodec>(T value)
        where TCodec : struct, IJsonCodec<T>
    {
        var buffer = JsonBuffer.Rent();
        SerializeTo<T, TCodec>(buffer, value);
        return JsonBuffer.ReturnAsBytes(buffer);
    }

    /// <summary>Writes a value in UTF-8 into a buffer.</summary>
    public static void SerializeTo<T, TCodec>(IBufferWriter<byte> output, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(output);
        var writer = new JsonWriter(output, TCodec.Settings);
        TCodec.Write(ref writer, value);
        writer.Flush();
    }

    /// <summary>Reads a value from UTF-8.</summary>
    public static T? Deserialize<T, TCodec>(ReadOnlySpan<byte> utf8)
        where TCodec : struct, IJsonCodec<T>
    {
        var reader = new JsonReader(utf8, TCodec.Settings);
        var value = TCodec.Read(ref reader);
        reader.Complete();
        return value;
    }

    /// <summary>Reads a value from text.</summary>
    public static T? DeserializeText<T, TCodec>(string json)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(json);
        using var text = new JsonTextBytes(json);
        return Deserialize<T, TCodec>(text.Utf8);
    }
}
