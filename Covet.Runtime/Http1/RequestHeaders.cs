using System.Collections;
using System.Text;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Covet.Http1;

/// <summary>A request's header fields: text is made of those that are asked for, and of all once one is changed.</summary>
internal sealed class RequestHeaders(RequestHead head) : IHeaderDictionary
{
    private string?[] values = new string?[8];
    private int generation;
    private HeaderDictionary? changed;

    public int Count => changed?.Count ?? Keys.Count;

    public bool IsReadOnly => false;

    public ICollection<string> Keys => All.Keys;

    public ICollection<StringValues> Values => All.Values;

    public long? ContentLength
    {
        get => changed is null ? head.ContentLength : changed.ContentLength;
        set => Change().ContentLength = value;
    }

    StringValues IHeaderDictionary.Host
    {
        get => changed is null ? Text(head.HostIndex) : changed[HeaderNames.Host];
        set => Change()[HeaderNames.Host] = value;
    }

    // All fields by name, in the spelling that Kestrel gives to those that it knows.
    private HeaderDictionary All => changed ?? Collect();

    public StringValues this[string key]
    {
        get => TryGetValue(key, out var value) ? value : StringValues.Empty;
        set => Change()[key] = value;
    }

    StringValues IDictionary<string, StringValues>.this[string key]
    {
        get => TryGetValue(key, out var value) ? value : throw new KeyNotFoundException();
        set => Change()[key] = value;
    }

    /// <summary>Begins with the head's fields again.</summary>
    public void Reset()
    {
        changed = null;
        if (generation != head.Generation)
        {
            generation = head.Generation;
            Array.Clear(values);
            if (values.Length < head.Count)
            {
                values = new string?[head.Count * 2];
            }
        }
    }

    public bool TryGetValue(string key, out StringValues value)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (changed is not null)
        {
            return changed.TryGetValue(key, out value);
        }

        value = StringValues.Empty;
        var found = false;
        var entries = head.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (entries[i].NameLength == key.Length && Ascii.EqualsIgnoreCase(head.Block.AsSpan(entries[i].Name, key.Length), key))
            {
                value = found ? StringValues.Concat(value, Text(i)) : Text(i);
                found = true;
            }
        }

        return found;
    }

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public void Add(string key, StringValues value) => Change().Add(key, value);

    public void Add(KeyValuePair<string, StringValues> item) => Change().Add(item);

    public void Clear() => Change().Clear();

    public bool Contains(KeyValuePair<string, StringValues> item) => TryGetValue(item.Key, out var value) && value.Equals(item.Value);

    public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex) => All.CopyTo(array, arrayIndex);

    public bool Remove(string key) => Change().Remove(key);

    public bool Remove(KeyValuePair<string, StringValues> item) => Contains(item) && Change().Remove(item.Key);

    public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator() => ((IEnumerable<KeyValuePair<string, StringValues>>)All).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private HeaderDictionary Change() => changed ??= Collect();

    private HeaderDictionary Collect()
    {
        var entries = head.Entries;
        var all = new HeaderDictionary(entries.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            var name = RequestHeaderNames.Spell(Encoding.ASCII.GetString(head.Block, entries[i].Name, entries[i].NameLength));
            all[name] = all.TryGetValue(name, out var before) ? StringValues.Concat(before, Text(i)) : Text(i);
        }

        return all;
    }

    private string Text(int index)
    {
        if (index == head.ConnectionIndex)
        {
            return head.Close ? "close" : "keep-alive";
        }

        var entry = head.Entries[index];
        return values[index] ??= Encoding.ASCII.GetString(head.Block, entry.Value, entry.ValueLength);
    }
}
