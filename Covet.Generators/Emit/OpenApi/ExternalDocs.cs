using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Replaces references to documentation of other assemblies by what it says, or removes them.</summary>
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
                    Describe(obj, id, find);
                }
                else if (member is { Key: SchemaBuilder.EnumDescriptions, Value: ApiArray texts })
                {
                    Replace(obj, texts, find);
                }
                else
                {
                    Resolve(member.Value, find);
                }
            }
        }
    }

    /// <summary>The first of the documents that says anything: a member's own, or that of one that it overrides.</summary>
    private static DocSpec? Find(string ids, Func<string, DocSpec?> find) => ids.Split('|').Select(find).FirstOrDefault(doc => doc is not null);

    private static void Describe(ApiObject obj, string ids, Func<string, DocSpec?> find)
    {
        if (Find(ids, find) is not { } doc)
        {
            return;
        }

        if (DocNodes.Text(doc) is { } text)
        {
            Prepend(obj, text);
        }

        // A parameter has its examples in its schema.
        var schema = obj.Object("schema") ?? obj;
        if (doc.Example is { } example && !schema.Has("examples"))
        {
            schema["examples"] = new ApiArray { ApiDefaults.FromExample(example, schema) };
        }

        if (doc.ExternalDocs is { } external && ids.StartsWith("T:", StringComparison.Ordinal))
        {
            obj["externalDocs"] = DocNodes.Link(external);
        }
    }

    private static void Replace(ApiObject schema, ApiArray texts, Func<string, DocSpec?> find)
    {
        if (texts.Any(text => text is not ApiValue && (text as ApiObject)?.Text(DocNodes.External) is null))
        {
            // A member of that name in an example of the user's.
            return;
        }

        var found = texts.Select(text => text is ApiObject reference ? Find(reference.Text(DocNodes.External)!, find)?.Summary ?? "" : ((ApiValue)text).Text).ToList();
        if (found.All(text => text.Length == 0))
        {
            schema.Remove(SchemaBuilder.EnumDescriptions);
            return;
        }

        schema[SchemaBuilder.EnumDescriptions] = new ApiArray(found.Select(text => (ApiNode)ApiValue.String(text)));
    }

    // The description of what has a name stands behind the name, as where it is the source's own.
    private static void Prepend(ApiObject obj, string text)
    {
        var members = obj.ToList();
        foreach (var member in members)
        {
            obj.Remove(member.Key);
        }

        var names = members.TakeWhile(member => member.Key is "name" or "in").ToList();
        foreach (var member in names)
        {
            obj[member.Key] = member.Value;
        }

        obj["description"] = text;
        foreach (var member in members.Skip(names.Count))
        {
            obj[member.Key] = member.Value;
        }
    }
}
