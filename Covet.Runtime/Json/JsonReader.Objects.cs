using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Internal;

// What objects need beyond their members: discriminators and members that the type does not know.
public ref partial struct JsonReader
{
    /// <summary>Reads the discriminator of the object that has just begun, where it is its first member.</summary>
    /// <param name="tagName">The discriminator's name.</param>
    /// <param name="anywhere">Whether it may stand elsewhere; then the whole object is looked through, and read from its beginning.</param>
    public JsonTag ReadTag(scoped ReadOnlySpan<byte> tagName, bool anywhere)
    {
        var begin = this;
        var isFirst = true;
        while (NextMember(out var name))
        {
            if (name.SequenceEqual(tagName))
            {
                _ = Peek();
                var start = pos;
                var tag = Peek() == (byte)'"' ? new JsonTag(ReadString(), 0, false, start) : new JsonTag(null, ReadInt32(0), true, start);
                if (!isFirst)
                {
                    begin.errors = errors;
                    this = begin;
                }

                return tag;
            }

            if (!anywhere)
            {
                break;
            }

            isFirst = false;
            SkipValue();
        }

        this = begin;
        return default;
    }

    /// <summary>Records that a discriminator is missing or unknown, and passes over the rest of the object.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T? RejectTag<T>(JsonTag tag, string tagName)
    {
        if (!tag.IsMissing)
        {
            Record(tag.Position, RequestErrorCodes.Malformed, "The value names no type that is allowed here.");
        }

        while (NextMember(out _))
        {
            SkipValue();
        }

        if (tag.IsMissing)
        {
            RecordMissing(tagName);
        }

        return default;
    }

    /// <summary>Records that a discriminator is not the first member, and passes over its value.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void RejectTag()
    {
        Record(pos, JsonErrors.Unexpected, "The discriminator must be the first member.");
        SkipValue();
    }

    /// <summary>Reads the value of a member that the type does not know into its extension data.</summary>
    /// <typeparam name="T">What the data holds: <c>JsonElement</c>, <c>JsonNode</c> or <c>object</c>.</typeparam>
    /// <param name="data">The extension data.</param>
    /// <param name="name">The member's name.</param>
    public void ReadExtensionData<T>(IDictionary<string, T>? data, ReadOnlySpan<byte> name)
    {
        if (data is null)
        {
            SkipValue();
            return;
        }

        var key = Encoding.UTF8.GetString(name);
        if (!settings.AllowDuplicateProperties && data.ContainsKey(key))
        {
            RecordDuplicate();
            return;
        }

        object? value = typeof(T) == typeof(JsonElement) ? ReadElement() : typeof(T) == typeof(JsonNode) ? ReadNode() : ReadAny();
        data[key] = (T)value!;
    }
}
