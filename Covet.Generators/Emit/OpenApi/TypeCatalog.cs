using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// The types of all fragments. Fragments of one build agree on a type; a library may have been built with other JSON
/// options, and then its form of the type is another component.
/// </summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<string, ApiObject> types = new(StringComparer.Ordinal);

    // The text of a type that a second fragment has too; of most there is but one.
    private readonly Dictionary<string, string> texts = new(StringComparer.Ordinal);

    public ApiObject this[string key] => types[key];

    public bool Has(string key) => types.ContainsKey(key);

    /// <summary>Adds a fragment's types; where one differs from what is there, references in the fragment go to a new key.</summary>
    /// <returns>The fragment, or a copy of it with such references.</returns>
    public ApiObject Add(ApiObject fragment, int number)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in fragment.Object("types") ?? [])
        {
            if (types.TryGetValue(type.Key, out var known) && !IsSame(type.Key, known, type.Value))
            {
                renamed[type.Key] = type.Key + "#" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        if (renamed.Count != 0)
        {
            fragment = (ApiObject)fragment.Clone();
            TypeReferences.Rewrite(fragment, key => SchemaNode.TypePrefix + (renamed.TryGetValue(key, out var other) ? other : key));
        }

        foreach (var type in fragment.Object("types") ?? [])
        {
            var key = renamed.TryGetValue(type.Key, out var other) ? other : type.Key;
            types[key] = (ApiObject)type.Value;
            if (renamed.Count != 0)
            {
                texts.Remove(key);
            }
        }

        return fragment;
    }

    private bool IsSame(string key, ApiObject known, ApiNode type)
    {
        if (!texts.TryGetValue(key, out var text))
        {
            text = known.ToString();
            texts.Add(key, text);
        }

        return text == type.ToString();
    }
}
