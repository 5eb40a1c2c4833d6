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
        if (anywhere)
        {
            var found = FindTag(tagName);
            begin.errors = errors;
            this = begin;
            return found;
        }

        if (NextMember(out var name) && name.SequenceEqual(tagName))
        {
            return ReadTagValue();
        }

        this = begin;
        return default;
    }

    private JsonTag FindTag(scoped ReadOnlySpan<byte> tagName)
    {
        JsonTag found = default;
        while (NextMember(out var name))
        {
            if (!name.SequenceEqual(tagName))
            {
                SkipValue();
            }
            else if (found.IsMissing)
            {
                found = ReadTagValue();
            }
            else
            {
                RecordDuplicate();
            }
        }

        return found;
    }

    private JsonTag ReadTagValue()
    {
        var next = Peek();
        var start = pos;
        return next == (byte)'"' ? new JsonTag(ReadString(), 0, false, start) : new JsonTag(null, ReadInt32(0), true, start);
    }

    /// <summary>Records that a discriminator is missing, late or unknown, and passes over the rest of the object.</summary>
    /// <param name="tag">What was found where it belongs.</param>
    /// <param name="tagName">Its name.</param>
    /// <param name="expected">The values that name a type, for people.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public T? RejectTag<T>(JsonTag tag, string tagName, string expected)
    {
        if (!tag.IsMissing)
        {
            Record(tag.Position, RequestErrorCodes.Malformed, $"The value must be {expected}.");
        }

        var isLate = false;
        while (NextMember(out var name))
        {
            if (tag.IsMissing && !isLate && Encoding.UTF8.GetString(name) == tagName)
            {
                isLate = true;
                Record(pos, JsonErrors.Unexpected, "This member says the type of the object, and must stand first in it.");
            }

            SkipValue();
        }

        if (tag.IsMissing && !isLate)
        {
            RecordMissing(tagName);
        }

        return default;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RejectTag()
    {
        Record(pos, JsonErrors.Unexpected, "This name is metadata: only the discriminator may have it, as the first member.");
        SkipValue();
    }

    /// <summary>
    /// Passes over a member whose name is metadata: it begins with a dollar sign, or is that of the discriminator. Once an object may
    /// have a discriminator, no other member may have such a name, and the discriminator itself stands first.
    /// </summary>
    /// <param name="name">The member's name.</param>
    /// <param name="tag">The discriminator's name; empty where the object is not read by a discriminator.</param>
    /// <param name="anywhere">Whether the discriminator may stand anywhere; then it was read before.</param>
    public bool TryPassMetadata(scoped ReadOnlySpan<byte> name, scoped ReadOnlySpan<byte> tag, bool anywhere)
    {
        if (tag.IsEmpty || !(name.StartsWith("$"u8) || name.SequenceEqual(tag)))
        {
            return false;
        }

        if (anywhere && name.SequenceEqual(tag))
        {
            SkipValue();
        }
        else
        {
            RejectTag();
        }

        return true;
    }

    /// <summary>Makes extension data that is a <see cref="JsonObject"/>; it compares names as the options say.</summary>
    public readonly JsonObject NewExtensionObject() => new(settings.NodeOptions);

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
