using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi.Contract;

/// <summary>A schema with references followed and the ways to say "or null" made one; understands both 3.1 and 3.0.</summary>
/// <param name="Schema">The schema itself.</param>
/// <param name="Types">The JSON types that it allows; none means any.</param>
/// <param name="Choices">The schemas of which one applies.</param>
internal sealed record SchemaView(ApiObject Schema, HashSet<string> Types, IReadOnlyList<ApiObject> Choices)
{
    public static SchemaView Of(ApiObject schema, ApiObject document)
    {
        var nullable = false;
        for (var steps = 0; steps < 32; steps++)
        {
            nullable |= schema.Text("nullable") == "true";
            var choices = (schema.Array("anyOf") ?? schema.Array("oneOf") ?? schema.Array("allOf"))?.OfType<ApiObject>().ToList() ?? [];
            var others = choices.Where(c => c.Text("type") != "null").ToList();
            if (schema.Text("$ref") is { } reference)
            {
                schema = document.Object("components")?.Object("schemas")?.Object(reference.Substring(reference.LastIndexOf('/') + 1)) ?? [];
            }
            else if (others.Count == 1)
            {
                nullable |= others.Count != choices.Count;
                schema = others[0];
            }
            else
            {
                nullable |= others.Count != choices.Count;
                return new SchemaView(schema, TypesOf(schema, nullable), others);
            }
        }

        return new SchemaView([], [], []);
    }

    private static HashSet<string> TypesOf(ApiObject schema, bool nullable)
    {
        var types = schema["type"] switch
        {
            ApiValue value => [value.Text],
            ApiArray array => new HashSet<string>(array.OfType<ApiValue>().Select(v => v.Text), StringComparer.Ordinal),
            _ => [],
        };
        if (nullable && types.Count != 0)
        {
            types.Add("null");
        }

        return types;
    }
}
