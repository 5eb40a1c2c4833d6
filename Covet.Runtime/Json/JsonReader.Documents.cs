using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Internal;

// The document types of System.Text.Json. They look at a part of their text when somebody asks for it, and throw there: what
// would throw is refused here, where it is an error of the input and not one of the handler.
public ref partial struct JsonReader
{
    // As many names are compared one by one before they are put in a set.
    private const int FewNames = 16;

    /// <summary>Reads any value as an element that owns its memory.</summary>
    public JsonElement ReadElement()
    {
        var inner = new Utf8JsonReader(ReadElementText(), InnerOptions());
        return JsonElement.ParseValue(ref inner);
    }

    /// <summary>Reads any value as a document that owns its memory.</summary>
    public JsonDocument ReadDocument()
    {
        var inner = new Utf8JsonReader(ReadElementText(), InnerOptions());
        return JsonDocument.ParseValue(ref inner);
    }

    /// <summary>Reads any value as <c>object</c> as System.Text.Json does: an element, or null.</summary>
    public object? ReadAny() => TryReadNull() ? null : ReadElement();

    /// <summary>Reads any value as a node, or null.</summary>
    public JsonNode? ReadNode()
    {
        if (TryReadNull())
        {
            return null;
        }

        // A name stands once in a node, which is compared as its options say.
        var slice = ReadText(settings.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal);
        var inner = new Utf8JsonReader(slice, InnerOptions());
        return JsonNode.Parse(ref inner, settings.NodeOptions);
    }

    /// <summary>Reads an object as a node, or null.</summary>
    public JsonObject? ReadJsonObject() => Peek() is (byte)'{' or (byte)'n' ? (JsonObject?)ReadNode() : Mismatch<JsonObject>("an object");

    /// <summary>Reads an array as a node, or null.</summary>
    public JsonArray? ReadJsonArray() => Peek() is (byte)'[' or (byte)'n' ? (JsonArray?)ReadNode() : Mismatch<JsonArray>("an array");

    /// <summary>Reads a string, number or boolean as a node, or null.</summary>
    public JsonValue? ReadJsonValue() => Peek() is (byte)'[' or (byte)'{' ? Mismatch<JsonValue>("a string, a number, true or false") : (JsonValue?)ReadNode();

    // An element gives the last of several members of one name.
    private ReadOnlySpan<byte> ReadElementText() => ReadText(settings.AllowDuplicateProperties ? null : StringComparer.Ordinal);

    // The text of one value whose strings are text, and whose objects have no name twice, where there is a comparer.
    private ReadOnlySpan<byte> ReadText(StringComparer? unique)
    {
        _ = Peek();
        var start = pos;
        PassText(unique);
        return data[start..pos];
    }

    private void PassText(StringComparer? unique)
    {
        switch (Peek())
        {
            case (byte)'"':
                PassString();
                break;
            case (byte)'{' when unique is not null:
                PassUniqueMembers(unique);
                break;
            case (byte)'{':
                _ = BeginObject();
                while (NextName())
                {
                    PassString();
                    ReadColon();
                    PassText(unique);
                }

                break;
            case (byte)'[':
                _ = BeginArray();
                while (NextItem())
                {
                    PassText(unique);
                }

                break;
            default:
                SkipValue();
                break;
        }
    }

    private void PassString()
    {
        var start = pos;
        var end = Scan(start + 1);
        if (IsQuote(end))
        {
            pos = end + 1;
            return;
        }

        SkipString();
        if (!IsText(data[(start + 1)..(pos - 1)]))
        {
            _ = Invalid<string>(start, WholeText);
        }
    }

    // The few names that most objects have are compared where they stand; only more of them, or odd ones, are made strings.
    private void PassUniqueMembers(StringComparer unique)
    {
        _ = BeginObject();
        Span<(int Start, int Length)> few = stackalloc (int, int)[FewNames];
        var count = 0;
        HashSet<string>? many = null;
        while (NextName())
        {
            var start = pos + 1;
            var name = ReadName();
            var isPlain = name.Length == pos - 1 - start;
            ReadColon();
            if (!isPlain && name.IsEmpty)
            {
                // Half of a surrogate pair, which was recorded.
                PassText(unique);
                continue;
            }

            if (many is null && (count == FewNames || !isPlain || !Ascii.IsValid(name)))
            {
                many = new HashSet<string>(unique);
                foreach (var (from, length) in few[..count])
                {
                    _ = many.Add(Encoding.UTF8.GetString(data.Slice(from, length)));
                }
            }

            if (many is not null ? !many.Add(Encoding.UTF8.GetString(name)) : Stands(name, few[..count], unique))
            {
                RecordDuplicate();
                continue;
            }

            if (many is null)
            {
                few[count++] = (start, name.Length);
            }

            PassText(unique);
        }
    }

    private readonly bool Stands(ReadOnlySpan<byte> name, ReadOnlySpan<(int Start, int Length)> names, StringComparer unique)
    {
        foreach (var (start, length) in names)
        {
            if (length == name.Length
                && (unique == StringComparer.Ordinal ? name.SequenceEqual(data.Slice(start, length)) : Ascii.EqualsIgnoreCase(name, data.Slice(start, length))))
            {
                return true;
            }
        }

        return false;
    }
}
