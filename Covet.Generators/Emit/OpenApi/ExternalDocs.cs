using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Replaces references to documentation of other assemblies by the text, or removes them.</summary>
internal static class ExternalDocs
{
    public static void Resolve(ApiNode node, Func<string, DocSpec?> find)
    {
        if (node is ApiArray array)
        {
            foreach (var item in array)
            {
                Resolve(item, find);
            }
        }
        else if (node is ApiObject obj)
        {
            foreach (var member in obj.ToList())
            {
                if (member is { Key: "description", Value: ApiObject reference } && reference.Text(DocNodes.External) is { } id)
                {
                    obj.Remove(member.Key);
                    if (DocNodes.Text(find(id)) is { } text)
                    {
                        Prepend(obj, member.Key, text);
                    }
                }
                else
                {
                    Resolve(member.Value, find);
                }
            }
        }
    }

    private static void Prepend(ApiObject obj, string name, string text)
    {
        var members = obj.ToList();
        foreach (var member in members)
        {
            obj.Remove(member.Key);
        }

        obj[name] = text;
        foreach (var member in members)
        {
            obj[member.Key] = member.Value;
        }
    }
}
