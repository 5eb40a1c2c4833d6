using System.Globalization;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Covet.Http1;

/// <summary>A response's header fields: known ones in their places, the others in the order in which they were set.</summary>
internal sealed partial class ResponseHeaders
{
    private const long None = -1;

    private readonly StringValues[] known = new StringValues[ResponseHeaderNames.All.Length];
    private readonly List<KeyValuePair<string, StringValues>> others = [];
    private ulong present;
    private long length = None;

    /// <summary>Whether the answer has begun.</summary>
    public bool IsReadOnly { get; private set; }

    /// <summary>The body's length, where it is known.</summary>
    public long? ContentLength
    {
        get => length == None ? null : length;
        set
        {
            ThrowIfReadOnly();
            if (value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(value), value, "The length of a body is not negative.");
            }

            length = value ?? None;
        }
    }

    /// <summary>Begins anew.</summary>
    public void Reset()
    {
        IsReadOnly = false;
        RemoveAll();
    }

    /// <summary>From now on nothing changes.</summary>
    public void Close() => IsReadOnly = true;

    /// <summary>Whether a known field is there.</summary>
    public bool Has(int index) => (present & (1UL << index)) != 0;

    /// <summary>A known field.</summary>
    public StringValues Get(int index) => Has(index) ? known[index] : StringValues.Empty;

    /// <summary>Sets a known field.</summary>
    public void Set(int index, StringValues value)
    {
        ThrowIfReadOnly();
        if (value.Count == 0)
        {
            present &= ~(1UL << index);
            known[index] = default;
            return;
        }

        CheckValue(value);
        SetUnchecked(index, value);
    }

    /// <summary>Sets a known field to a value that needs no check, also where all others are closed.</summary>
    public void SetUnchecked(int index, StringValues value)
    {
        present |= 1UL << index;
        known[index] = value;
    }

    private void RemoveAll()
    {
        length = None;
        for (var left = present; left != 0; left &= left - 1)
        {
            known[BitOperations.TrailingZeroCount(left)] = default;
        }

        present = 0;
        if (others.Count > 0)
        {
            others.Clear();
        }
    }

    private bool Find(string key, out StringValues value)
    {
        if (IsLength(key))
        {
            value = length == None ? StringValues.Empty : length.ToString(CultureInfo.InvariantCulture);
            return length != None;
        }

        var index = ResponseHeaderNames.IndexOf(key);
        if (index >= 0)
        {
            value = Get(index);
            return Has(index);
        }

        index = IndexOfOther(key);
        value = index < 0 ? StringValues.Empty : others[index].Value;
        return index >= 0;
    }

    private void Put(string key, StringValues value)
    {
        ThrowIfReadOnly();
        if (string.IsNullOrEmpty(key))
        {
            throw new InvalidOperationException("A header needs a name.");
        }

        if (value.Count == 0)
        {
            _ = Delete(key);
        }
        else if (IsLength(key))
        {
            length = HeaderUtilities.TryParseNonNegativeInt64(value.ToString(), out var parsed)
                ? parsed
                : throw new InvalidOperationException($"'{value}' is no length of a body.");
        }
        else if (ResponseHeaderNames.IndexOf(key) is >= 0 and var index)
        {
            Set(index, value);
        }
        else
        {
            CheckName(key);
            CheckValue(value);
            var place = IndexOfOther(key);
            if (place < 0)
            {
                others.Add(new(key, value));
            }
            else
            {
                others[place] = new(others[place].Key, value);
            }
        }
    }

    private bool Delete(string key)
    {
        ThrowIfReadOnly();
        if (!Find(key, out _))
        {
            return false;
        }

        if (IsLength(key))
        {
            length = None;
        }
        else if (ResponseHeaderNames.IndexOf(key) is >= 0 and var index)
        {
            Set(index, StringValues.Empty);
        }
        else
        {
            others.RemoveAt(IndexOfOther(key));
        }

        return true;
    }

    private int IndexOfOther(string key)
    {
        for (var i = 0; i < others.Count; i++)
        {
            if (string.Equals(others[i].Key, key, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        return -1;
    }

    private static bool IsLength(string key) => key.Length == 14 && key.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase);

    private void ThrowIfReadOnly()
    {
        if (IsReadOnly)
        {
            throw new InvalidOperationException("Headers are read-only, response has already started.");
        }
    }

    // A line break in a value would end it and begin another field.
    private static void CheckValue(StringValues value)
    {
        foreach (var text in value)
        {
            Check(text, text.AsSpan().IndexOfAnyExcept(HttpText.ValueCharacters));
        }
    }

    private static void CheckName(string name) => Check(name, name.AsSpan().IndexOfAnyExcept(HttpText.TokenCharacters));

    private static void Check(string? text, int invalid)
    {
        if (invalid >= 0)
        {
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Invalid non-ASCII or control character in header: 0x{(int)text![invalid]:X4}"));
        }
    }
}
