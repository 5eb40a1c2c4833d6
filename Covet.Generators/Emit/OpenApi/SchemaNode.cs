using Covet.Generators.Emit.OpenApi.Tree;
using Covet.Generators.Model;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>Forms of a schema. Nodes are OpenAPI 3.1; <see cref="OpenApi30"/> rewrites them.</summary>
internal static class SchemaNode
{
    /// <summary>What a reference starts with until the document gives the type a name.</summary>
    public const string TypePrefix = "type:";

    public static ApiObject Reference(string key) => new() { { "$ref", TypePrefix + key } };

    /// <summary>A schema that also allows null.</summary>
    public static ApiObject Nullable(ApiObject schema)
    {
        if (schema["type"] is ApiValue type)
        {
            schema["type"] = new ApiArray { type, "null" };
            if (schema.Array("enum") is { } values)
            {
                values.Add(ApiValue.Null);
            }

            return schema;
        }

        if (schema.Array("anyOf") is { } choices)
        {
            // A nullable enum comes with its null already.
            if (!choices.OfType<ApiObject>().Any(choice => choice["type"] is ApiValue { Text: "null" }))
            {
                choices.Add(new ApiObject { { "type", "null" } });
            }

            return schema;
        }

        return schema.Has("$ref") ? new ApiObject { { "anyOf", new ApiArray { schema, new ApiObject { { "type", "null" } } } } } : schema;
    }

    public static ApiObject Array(ApiObject items) => new() { { "type", "array" }, { "items", items } };

    /// <summary>An enum by names or by numbers; any combination of flags is a value too.</summary>
    public static ApiObject Enum(EquatableArray<JsonEnumMemberSpec> members, KnownType underlying, bool asName, bool isFlags, Func<JsonEnumMemberSpec, string> name)
    {
        if (asName)
        {
            var text = new ApiObject { { "type", "string" } };
            if (!isFlags && members.Count != 0)
            {
                text["enum"] = new ApiArray(members.Select(m => (ApiNode)ApiValue.String(name(m))));
            }

            return text;
        }

        var number = PrimitiveSchemas.Create(underlying) ?? PrimitiveSchemas.Create(KnownType.Int32)!;
        if (!isFlags && members.Count != 0)
        {
            // Two names may share one value; the keyword wants each once.
            var distinct = members.GroupBy(m => m.Value).Select(g => g.First()).ToList();
            number["enum"] = new ApiArray(distinct.Select(m => (ApiNode)ApiValue.Number(m.Value)));
            number["x-enum-varnames"] = new ApiArray(distinct.Select(m => (ApiNode)ApiValue.String(m.ClrName)));
        }

        return number;
    }
}
