using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Covet.Internal;

// What System.Text.Json reads by itself: its document types and user-written converters. Each gets the bytes of one value.
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

    /// <summary>Reads any value as an element that owns its memory.</summary>
    public JsonElement ReadElement()
    {
        var inner = new Utf8JsonReader(ReadDocumentText(ignoreCase: false), InnerOptions());
        return JsonElement.ParseValue(ref inner);
    }

    /// <summary>Reads any value as a document that owns its memory.</summary>
    public JsonDocument ReadDocument()
    {
        var inner = new Utf8JsonReader(ReadDocumentText(ignoreCase: false), InnerOptions());
        return JsonDocument.ParseValue(ref inner);
    }

    /// <summary>Reads any value as <c>object</c> as System.Text.Json does: an element, or null.</summary>
    public object? ReadAny() => TryReadNull() ? null : ReadElement();

    /// <summary>Reads any value as a node, or null.</summary>
    public JsonNode? ReadNode() => TryReadNull() ? null : Peek() == (byte)'"' ? ReadTextNode() : ParseNode(ReadDocumentText(ignoreCase: true));

    /// <summary>Reads an object as a node, or null.</summary>
    public JsonObject? ReadJsonObject() =>
        TryReadNull() ? null : Peek() == (byte)'{' ? (JsonObject)ParseNode(ReadDocumentText(ignoreCase: true))! : Mismatch<JsonObject>("an object");

    /// <summary>Reads an array as a node, or null.</summary>
    public JsonArray? ReadJsonArray() =>
        TryReadNull() ? null : Peek() == (byte)'[' ? (JsonArray)ParseNode(ReadDocumentText(ignoreCase: true))! : Mismatch<JsonArray>("an array");

    /// <summary>Reads a string, number or boolean as a node, or null.</summary>
    public JsonValue? ReadJsonValue() =>
        TryReadNull() ? null : Peek() is (byte)'[' or (byte)'{' ? Mismatch<JsonValue>("a string, a number, true or false") : (JsonValue?)ReadNode();

    // A node looks at its text when it is asked for it; half of a surrogate pair is found here, as System.Text.Json does.
    private JsonNode? ReadTextNode() => TryReadText("a string", out _, out var start) ? ParseNode(data[start..pos]) : null;

    // The text of one value, whose names are looked at where none may stand twice in an object.
    private ReadOnlySpan<byte> ReadDocumentText(bool ignoreCase)
    {
        if (!settings.AllowDuplicateProperties)
        {
            var begin = this;
            SkipUnique(ignoreCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
            begin.errors = errors;
            this = begin;
        }

        return ReadRaw();
    }

    private void SkipUnique(StringComparer comparer)
    {
        switch (Peek())
        {
            case (byte)'{':
                _ = BeginObject();
                var names = new HashSet<string>(comparer);
                while (NextMember(out var name))
                {
                    if (names.Add(Encoding.UTF8.GetString(name)))
                    {
                        SkipUnique(comparer);
                    }
                    else
                    {
                        RecordDuplicate();
                    }
                }

                break;
            case (byte)'[':
                _ = BeginArray();
                while (NextItem())
                {
                    SkipUnique(comparer);
                }

                break;
            default:
                SkipValue();
                break;
        }
    }

    private readonly JsonNode? ParseNode(ReadOnlySpan<byte> slice)
    {
        var inner = new Utf8JsonReader(slice, InnerOptions());
        return JsonNode.Parse(ref inner, settings.NodeOptions);
    }

    private readonly JsonReaderOptions InnerOptions() => settings.ReaderOptions with { MaxDepth = Math.Max(1, maxDepth - depth) };
}
