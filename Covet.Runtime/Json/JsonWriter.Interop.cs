using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Covet.Internal;

// What System.Text.Json writes by itself: its document types and user-written converters.
public ref partial struct JsonWriter
{
    /// <summary>Writes a value with a user-written converter.</summary>
    public void WriteConverted<T>(JsonConverter<T> converter, T? value)
    {
        if (value is null && !converter.HandleNull)
        {
            WriteNull();
            return;
        }

        var inner = BeginInterop(out var buffer);
        converter.Write(inner, value!, settings.SerializerOptions);
        EndInterop(inner, buffer);
    }

    /// <summary>Writes a value as a dictionary key with a user-written converter, without the colon.</summary>
    public void WriteConvertedName<T>(JsonConverter<T> converter, T value)
        where T : notnull
    {
        var buffer = JsonBuffer.Rent();
        using (var inner = new Utf8JsonWriter(buffer, settings.WriterOptions with { Indented = false }))
        {
            inner.WriteStartObject();
            converter.WriteAsPropertyName(inner, value, settings.SerializerOptions);
            inner.WriteNullValue();
            inner.WriteEndObject();
        }

        // {NAME:null}
        WriteRaw(buffer.Written[1..^6]);
        JsonBuffer.Return(buffer);
    }

    /// <summary>Writes a JSON element.</summary>
    public void WriteElement(JsonElement value)
    {
        var inner = BeginInterop(out var buffer);
        value.WriteTo(inner);
        EndInterop(inner, buffer);
    }

    /// <summary>Writes a JSON document, or null.</summary>
    public void WriteDocument(JsonDocument? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            WriteElement(value.RootElement);
        }
    }

    /// <summary>Writes a JSON node, or null.</summary>
    public void WriteNode(JsonNode? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        var inner = BeginInterop(out var buffer);
        value.WriteTo(inner, settings.SerializerOptions);
        EndInterop(inner, buffer);
    }

    // Indented output of the inner writer starts at no depth, so it goes through a buffer and gets the depth of here.
    private Utf8JsonWriter BeginInterop(out JsonBuffer? buffer)
    {
        if (settings.WriteIndented && depth > 0)
        {
            buffer = JsonBuffer.Rent();
            return new Utf8JsonWriter(buffer, InnerOptions());
        }

        buffer = null;
        Flush();
        return new Utf8JsonWriter(output, InnerOptions());
    }

    private readonly JsonWriterOptions InnerOptions() => settings.WriterOptions with { MaxDepth = Math.Max(1, maxDepth - depth) };

    private void EndInterop(Utf8JsonWriter inner, JsonBuffer? buffer)
    {
        inner.Flush();
        if (buffer is null)
        {
            advanced += inner.BytesCommitted;
            inner.Dispose();
            return;
        }

        inner.Dispose();
        var rest = buffer.Written;
        while (rest.IndexOf((byte)'\n') is var end && end >= 0)
        {
            WriteRaw(rest[..(end + 1)]);
            Ensure(2 * depth);
            Free[..(2 * depth)].Fill((byte)' ');
            pos += 2 * depth;
            rest = rest[(end + 1)..];
        }

        WriteRaw(rest);
        JsonBuffer.Return(buffer);
    }
}
