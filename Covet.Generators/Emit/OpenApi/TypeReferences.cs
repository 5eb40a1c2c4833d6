using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Finds and rewrites references to types: the values of <c>$ref</c>, and of a discriminator's <c>mapping</c>.</summary>
internal static class TypeReferences
{
    /// <summary>Replaces each reference by what a function makes of its key.</summary>
    public static void Rewrite(ApiNode node, Func<string, string> replace) => Walk(node, inMapping: false, replace);

    /// <summary>Adds the keys of all references.</summary>
    public static void Collect(ApiNode? node, ICollection<string> keys)
    {
        if (node is not null)
        {
            Walk(node, inMapping: false, key =>
            {
                keys.Add(key);
                return null;
            });
        }
    }

    private static void Walk(ApiNode node, bool inMapping, Func<string, string?> replace)
    {
        if (node is ApiArray array)
        {
            foreach (var item in array)
            {
                Walk(item, inMapping: false, replace);
            }
        }
        else if (node is ApiObject obj)
        {
            foreach (var member in obj.ToList())
            {
                if (member.Value is ApiValue { IsString: true } value)
                {
                    if ((inMapping || member.Key == "$ref") && value.Text.StartsWith(SchemaNode.TypePrefix, StringComparison.Ordinal)
                        && replace(value.Text.Substring(SchemaNode.TypePrefix.Length)) is { } text)
                    {
                        obj[member.Key] = text;
                    }
                }
                else
                {
                    Walk(member.Value, member.Key == "mapping", replace);
                }
            }
        }
    }
}
