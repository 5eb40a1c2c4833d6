using System.Text.Json;
using System.Text.Json.Serialization;

namespace Covet.Internal;

/// <summary>A generated codec as a converter of System.Text.Json, for user-written converters that hand inner values back.</summary>
internal sealed class JsonCodecConverter<T, TCodec> : JsonConverter<T>
    where TCodec : struct, IJsonCodec<T>
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var buffer = JsonBuffer.Rent();
        try
        {
            using (var writer = new Utf8JsonWriter(buffer))
            {
                document.RootElement.WriteTo(writer);
            }

            var inner = new JsonReader(buffer.Written, TCodec.Settings);
            var value = TCodec.Read(ref inner);
            inner.Complete();
            return value;
        }
        finally
        {
            JsonBuffer.Return(buffer);
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        var buffer = JsonBuffer.Rent();
        var inner = new JsonWriter(buffer, TCodec.Settings);
        TCodec.Write(ref inner, value);
        inner.Flush();
        writer.WriteRawValue(buffer.Written, skipInputValidation: true);
        JsonBuffer.Return(buffer);
    }
}
