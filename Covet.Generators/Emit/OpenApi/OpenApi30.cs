using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Rewrites a 3.1 document for OpenAPI 3.0.3, whose schemas are an older dialect of JSON Schema.</summary>
internal static class OpenApi30
{
    private static readonly HashSet<string> SchemaMembers = new(StringComparer.Ordinal) { "schema", "items", "additionalProperties", "not" };
    private static readonly HashSet<string> SchemaMaps = new(StringComparer.Ordinal) { "properties", "schemas" };
    private static readonly HashSet<string> SchemaLists = new(StringComparer.Ordinal) { "anyOf", "oneOf", "allOf" };

    public static ApiObject Rewrite(ApiObject node)
    {
        var result = new ApiObject();
        foreach (var member in node)
        {
            result[member.Key] = Member(member.Key, member.Value);
        }

        return result;
    }

    private static ApiNode Member(string name, ApiNode value)
    {
        if (value is ApiObject obj)
        {
            // An example is data, whatever its members are called.
            return name is "example" or "default" or "const" ? value
                : SchemaMembers.Contains(name) ? Schema(obj)
                : SchemaMaps.Contains(name) ? Map(obj)
                : Rewrite(obj);
        }

        return value is ApiArray array && name is not ("enum" or "examples")
            ? new ApiArray(array.Select(item => item is ApiObject o ? SchemaLists.Contains(name) ? Schema(o) : Rewrite(o) : item))
            : value;
    }

    private static ApiObject Map(ApiObject map)
    {
        var result = new ApiObject();
        foreach (var member in map)
        {
            result[member.Key] = member.Value is ApiObject schema ? Schema(schema) : member.Value;
        }

        return result;
    }

    private static ApiObject Schema(ApiObject schema)
    {
        var result = Rewrite(schema);
        Types(result);
        Choices(result);
        if (result["const"] is { } constant)
        {
            result.Remove("const");
            result["enum"] = new ApiArray { constant };
        }

        if (result.Array("examples") is { Count: > 0 } examples)
        {
            result.Remove("examples");
            result["example"] = examples[0];
        }

        Exclusive(result, "exclusiveMinimum", "minimum");
        Exclusive(result, "exclusiveMaximum", "maximum");
        result.Remove("contentEncoding");
        result.Remove("contentMediaType");
        return Reference(result);
    }

    private static void Types(ApiObject schema)
    {
        if (schema.Array("type") is not { } types)
        {
            return;
        }

        var names = types.OfType<ApiValue>().Select(t => t.Text).Where(t => t != "null").ToList();
        if (names.Count != types.Count)
        {
            schema["nullable"] = true;
        }

        schema.Remove("type");
        schema["type"] = names.Count == 1 ? names[0] : null;
    }

    private static void Choices(ApiObject schema)
    {
        if (schema.Array("anyOf") is not { } choices)
        {
            return;
        }

        // Inner schemas are rewritten already: "null" has become an object with nothing but nullable.
        var kept = choices.Where(c => !(c is ApiObject { Count: 1 } o && (o.Text("type") == "null" || o.Has("nullable")))).ToList();
        if (kept.Count == choices.Count)
        {
            return;
        }

        schema.Remove("anyOf");
        schema[kept.Count == 1 ? "allOf" : "anyOf"] = new ApiArray(kept);
        schema["nullable"] = true;
    }

    private static void Exclusive(ApiObject schema, string exclusive, string inclusive)
    {
        if (schema[exclusive] is { } limit)
        {
            schema.Remove(exclusive);
            schema[inclusive] = limit;
            schema[exclusive] = true;
        }
    }

    // Siblings of $ref are ignored in 3.0.
    private static ApiObject Reference(ApiObject schema)
    {
        if (schema.Count < 2 || schema["$ref"] is not { } reference)
        {
            return schema;
        }

        schema.Remove("$ref");
        schema["allOf"] = new ApiArray { new ApiObject { { "$ref", reference } } };
        return schema;
    }
}
