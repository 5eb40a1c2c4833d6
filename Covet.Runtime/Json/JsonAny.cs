using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Internal;

/// <summary>Writes values whose type only the run time knows (<c>object</c>).</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonAny
{
    /// <summary>Writes a value by its run-time type: the types that JSON knows, types with a generated codec, and collections of these.</summary>
    /// <exception cref="NotSupportedException">The type has no codec.</exception>
    public static void Write(ref JsonWriter writer, object? value)
    {
        if (writer.Settings.NumberHandling > 1 && value is not null && JsonAnyNumbers.TryWrite(ref writer, value, writer.Settings.NumberHandling))
        {
            return;
        }

        switch (value)
        {
            case null:
                writer.WriteNull();
                break;
            case string v:
                writer.WriteString(v);
                break;
            case bool v:
                writer.WriteBoolean(v);
                break;
            case int v:
                writer.WriteInt32(v);
                break;
            case long v:
                writer.WriteInt64(v);
                break;
            case double v:
                writer.WriteDouble(v);
                break;
            case decimal v:
                writer.WriteDecimal(v);
                break;
            case Guid v:
                writer.WriteGuid(v);
                break;
            case DateTime v:
                writer.WriteDateTime(v);
                break;
            case DateTimeOffset v:
                writer.WriteDateTimeOffset(v);
                break;
            default:
                WriteRare(ref writer, value);
                break;
        }
    }

    private static void WriteRare(ref JsonWriter writer, object value)
    {
        switch (value)
        {
            case sbyte v:
                writer.WriteInt64(v);
                break;
            case byte v:
                writer.WriteInt64(v);
                break;
            case short v:
                writer.WriteInt64(v);
                break;
            case ushort v:
                writer.WriteInt64(v);
                break;
            case uint v:
                writer.WriteInt64(v);
                break;
            case ulong v:
                writer.WriteUInt64(v);
                break;
            case Int128 v:
                writer.WriteInt128(v);
                break;
            case UInt128 v:
                writer.WriteUInt128(v);
                break;
            case Half v:
                writer.WriteHalf(v);
                break;
            case float v:
                writer.WriteSingle(v);
                break;
            case char v:
                writer.WriteChar(v);
                break;
            case DateOnly v:
                writer.WriteDateOnly(v);
                break;
            case TimeOnly v:
                writer.WriteTimeOnly(v);
                break;
            case TimeSpan v:
                writer.WriteTimeSpan(v);
                break;
            case Uri v:
                writer.WriteUri(v);
                break;
            case Version v:
                writer.WriteVersion(v);
                break;
            case byte[] v:
                writer.WriteBase64(v);
                break;
            case Memory<byte> v:
                writer.WriteBase64(v.Span);
                break;
            case ReadOnlyMemory<byte> v:
                writer.WriteBase64(v.Span);
                break;
            case JsonElement v:
                writer.WriteElement(v);
                break;
            case JsonDocument v:
                writer.WriteDocument(v);
                break;
            case JsonNode v:
                writer.WriteNode(v);
                break;
            default:
                WriteByCodec(ref writer, value);
                break;
        }
    }

    private static void WriteByCodec(ref JsonWriter writer, object value)
    {
        var type = value.GetType();
        if (type == typeof(object))
        {
            writer.Enter();
            writer.Leave();
            writer.WriteRaw("{}"u8);
            return;
        }

        var codec = JsonCodecs.Find(type);
        if (codec is not null)
        {
            codec.WriteObject(ref writer, value);
        }
        else if (value is IDictionary<string, object?> dictionary)
        {
            writer.BeginObject();
            foreach (var (key, item) in dictionary)
            {
                writer.BeginMember(key);
                Write(ref writer, item);
            }

            writer.EndObject();
        }
        else if (value is IEnumerable items)
        {
            writer.BeginArray();
            foreach (var item in items)
            {
                writer.BeginItem();
                Write(ref writer, item);
            }

            writer.EndArray();
        }
        else
        {
            throw JsonCodecs.Missing(type);
        }
    }
}
