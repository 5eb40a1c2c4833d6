using System.Collections;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Covet.Http1;

/// <summary>The fields as a dictionary; those that most answers have are reached without looking for their names.</summary>
internal sealed partial class ResponseHeaders : IHeaderDictionary
{
    public int Count => BitOperations.PopCount(present) + others.Count + (length == None ? 0 : 1);

    public ICollection<string> Keys
    {
        get
        {
            var keys = new List<string>(Count);
            foreach (var field in this)
            {
                keys.Add(field.Key);
            }

            return keys;
        }
    }

    public ICollection<StringValues> Values
    {
        get
        {
            var values = new List<StringValues>(Count);
            foreach (var field in this)
            {
                values.Add(field.Value);
            }

            return values;
        }
    }

    StringValues IHeaderDictionary.ContentType
    {
        get => Get(ResponseHeaderNames.ContentType);
        set => Set(ResponseHeaderNames.ContentType, value);
    }

    StringValues IHeaderDictionary.Connection
    {
        get => Get(ResponseHeaderNames.Connection);
        set => Set(ResponseHeaderNames.Connection, value);
    }

    StringValues IHeaderDictionary.Date
    {
        get => Get(ResponseHeaderNames.Date);
        set => Set(ResponseHeaderNames.Date, value);
    }

    StringValues IHeaderDictionary.Server
    {
        get => Get(ResponseHeaderNames.Server);
        set => Set(ResponseHeaderNames.Server, value);
    }

    StringValues IHeaderDictionary.Location
    {
        get => Get(ResponseHeaderNames.Location);
        set => Set(ResponseHeaderNames.Location, value);
    }

    StringValues IHeaderDictionary.SetCookie
    {
        get => Get(ResponseHeaderNames.SetCookie);
        set => Set(ResponseHeaderNames.SetCookie, value);
    }

    StringValues IHeaderDictionary.Allow
    {
        get => Get(ResponseHeaderNames.Allow);
        set => Set(ResponseHeaderNames.Allow, value);
    }

    public StringValues this[string key]
    {
        get => Find(key, out var value) ? value : StringValues.Empty;
        set => Put(key, value);
    }

    StringValues IDictionary<string, StringValues>.this[string key]
    {
        get => Find(key, out var value) ? value : throw new KeyNotFoundException();
        set => Put(key, value);
    }

    public bool TryGetValue(string key, out StringValues value) => Find(key, out value);

    public bool ContainsKey(string key) => Find(key, out _);

    public void Add(string key, StringValues value)
    {
        ThrowIfReadOnly();
        if (!string.IsNullOrEmpty(key) && value.Count > 0 && Find(key, out _))
        {
            throw new ArgumentException("A header of that name is there already.");
        }

        if (value.Count > 0 || string.IsNullOrEmpty(key))
        {
            Put(key, value);
        }
    }

    public void Add(KeyValuePair<string, StringValues> item) => Add(item.Key, item.Value);

    public void Clear()
    {
        ThrowIfReadOnly();
        RemoveAll();
    }

    public bool Contains(KeyValuePair<string, StringValues> item) => Find(item.Key, out var value) && value.Equals(item.Value);

    public void CopyTo(KeyValuePair<string, StringValues>[] array, int arrayIndex)
    {
        foreach (var field in this)
        {
            array[arrayIndex++] = field;
        }
    }

    public bool Remove(string key) => Delete(key);

    public bool Remove(KeyValuePair<string, StringValues> item) => Contains(item) && Delete(item.Key);

    public IEnumerator<KeyValuePair<string, StringValues>> GetEnumerator()
    {
        if (length != None)
        {
            yield return new(HeaderNames.ContentLength, this[HeaderNames.ContentLength]);
        }

        for (var left = present; left != 0; left &= left - 1)
        {
            var index = BitOperations.TrailingZeroCount(left);
            yield return new(ResponseHeaderNames.All[index], known[index]);
        }

        for (var i = 0; i < others.Count; i++)
        {
            yield return others[i];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
