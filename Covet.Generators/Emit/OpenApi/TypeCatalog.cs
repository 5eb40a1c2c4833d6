using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>
/// The types of all fragments. Fragments of one build agree on a type; a library may have been built with other JSON
/// options, and then its form of the type is another component.
/// </summary>
internal sealed class TypeCatalog
{
    private readonly Dictionary<string, (ApiObject Type, string Text)> types = new(StringComparer.Ordinal);

    public ApiObject this[string key] => types[key].Type;

    public bool Has(string key) => types.ContainsKey(key);

    /// <summary>Adds a fragment's types; where one differs from what is there, references in the fragment go to a new key.</summary>
    public void Add(ApiObject fragment, int number)
    {
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in fragment.Object("types") ?? [])
        {
            if (types.TryGetValue(type.Key, out var known) && known.Text != type.Value.ToString())
            {
                renamed[type.Key] = type.Key + "#" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            }
        }

        if (renamed.Count != 0)
        {
            TypeReferences.Rewrite(fragment, key => SchemaNode.TypePrefix + (renamed.TryGetValue(key, out var other) ? other : key));
        }

        foreach (var type in fragment.Object("types") ?? [])
        {
            types[renamed.TryGetValue(type.Key, out var key) ? key : type.Key] = ((ApiObject)type.Value, type.Value.ToString());
        }
    }
}
