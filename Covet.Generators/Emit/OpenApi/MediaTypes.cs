using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>The <c>content</c> of bodies.</summary>
internal static class MediaTypes
{
    public static ApiObject Create(IEnumerable<string> contentTypes, ApiObject schema)
    {
        var content = new ApiObject();
        foreach (var type in contentTypes)
        {
            content[type] = new ApiObject { { "schema", schema.Clone() } };
        }

        return content;
    }

    /// <summary>Every content type of both, with either schema where both have one.</summary>
    public static ApiObject Union(ApiObject first, ApiObject second)
    {
        var result = (ApiObject)first.Clone();
        foreach (var media in second)
        {
            var added = (ApiObject)media.Value;
            if (result.Object(media.Key) is { } existing)
            {
                existing["schema"] = Either(existing.Object("schema"), added.Object("schema"));
            }
            else
            {
                result[media.Key] = added;
            }
        }

        return result;
    }

    public static ApiObject? Either(ApiObject? first, ApiObject? second)
    {
        if (first is null || second is null || first.ToString() == second.ToString())
        {
            return first ?? second;
        }

        var choices = new ApiArray(first.Count == 1 && first.Array("anyOf") is { } existing ? existing : [first]);
        if (!choices.Any(c => c.ToString() == second.ToString()))
        {
            choices.Add(second);
        }

        return new ApiObject { { "anyOf", choices } };
    }

    public static TValue? GetValueOrNull<TKey, TValue>(this SortedDictionary<TKey, TValue> map, TKey key)
        where TValue : class => map.TryGetValue(key, out var value) ? value : null;
}
