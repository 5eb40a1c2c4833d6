namespace Covet.Internal;

// Objects and arrays whose punctuation is not in constants: indented output, and values that only the run time knows.
public ref partial struct JsonWriter
{
    private static ReadOnlySpan<byte> NewLine => Environment.NewLine.Length == 2 ? "\r\n"u8 : "\n"u8;

    /// <summary>Begins an object.</summary>
    public void BeginObject()
    {
        Enter();
        WriteRaw((byte)'{');
        hasItem = false;
    }

    /// <summary>Ends an object.</summary>
    public void EndObject() => End((byte)'}');

    /// <summary>Begins an array.</summary>
    public void BeginArray()
    {
        Enter();
        WriteRaw((byte)'[');
        hasItem = false;
    }

    /// <summary>Ends an array.</summary>
    public void EndArray() => End((byte)']');

    /// <summary>Begins an item of an array: writes the comma and the line break that stand before it.</summary>
    public void BeginItem()
    {
        if (hasItem)
        {
            WriteRaw((byte)',');
        }

        hasItem = true;
        Break();
    }

    /// <summary>Writes a member's name.</summary>
    /// <param name="encodedName">The name in quotes, encoded, without a colon.</param>
    public void BeginMember(scoped ReadOnlySpan<byte> encodedName)
    {
        BeginItem();
        WriteRaw(encodedName);
        Colon();
    }

    /// <summary>Writes a member's name that is only known at run time.</summary>
    public void BeginMember(string name)
    {
        BeginItem();
        WriteString(name);
        Colon();
    }

    /// <summary>Writes the colon after a name, with a space where the output is indented.</summary>
    public void Colon()
    {
        WriteRaw((byte)':');
        if (settings.WriteIndented)
        {
            WriteRaw((byte)' ');
        }
    }

    /// <summary>Begins an array whose commas generated code writes.</summary>
    public void BeginItems()
    {
        Enter();
        WriteRaw((byte)'[');
    }

    /// <summary>Ends an array whose commas generated code writes.</summary>
    public void EndItems()
    {
        Leave();
        WriteRaw((byte)']');
    }

    /// <summary>Writes a discriminator as the first member of an object.</summary>
    public void WriteTag(scoped ReadOnlySpan<byte> tag)
    {
        BeginItem();
        WriteRaw(tag);
    }

    /// <summary>Writes the members that the type itself does not have.</summary>
    /// <typeparam name="T">What the data holds: <c>JsonElement</c>, <c>JsonNode</c> or <c>object</c>.</typeparam>
    /// <param name="data">The extension data, or null.</param>
    /// <param name="comma">Whether the object has a member already; null where the writer knows by itself.</param>
    public void WriteExtensionData<T>(IEnumerable<KeyValuePair<string, T>>? data, bool? comma)
    {
        if (data is null)
        {
            return;
        }

        hasItem = comma ?? hasItem;
        foreach (var (name, value) in data)
        {
            BeginMember(name);
            JsonAny.Write(ref this, value);
        }
    }

    private void End(byte close)
    {
        Leave();
        if (hasItem)
        {
            Break();
        }

        hasItem = true;
        WriteRaw(close);
    }

    private void Break()
    {
        if (!settings.WriteIndented)
        {
            return;
        }

        WriteRaw(NewLine);
        var width = 2 * depth;
        Ensure(width);
        Free[..width].Fill((byte)' ');
        pos += width;
    }
}
