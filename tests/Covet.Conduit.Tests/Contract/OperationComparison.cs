using System.Text.Json.Nodes;

namespace Covet.Conduit.Tests.Contract;

/// <summary>Looks for all that one operation of the contract names in ours, and notes what is missing.</summary>
internal sealed class OperationComparison(JsonNode contract, JsonNode ours, string operationName, List<string> missing)
{
    public void Compare(JsonNode operation, JsonNode found)
    {
        Expect(Text(found["operationId"]) == Text(operation["operationId"]), "operationId " + Text(operation["operationId"]));
        foreach (var tag in operation["tags"]!.AsArray())
        {
            Expect(found["tags"]?.AsArray().Any(other => Text(other) == Text(tag)) == true, "tag " + Text(tag));
        }

        foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
        {
            CompareParameter(Resolve(contract, parameter)!, found["parameters"]?.AsArray() ?? []);
        }

        if (operation["requestBody"] is { } body)
        {
            var expected = Resolve(contract, body)!;
            var actual = Resolve(ours, found["requestBody"]);
            Expect(Text(actual?["required"]) == "true", "required request body");
            CompareContent(expected, actual, "request");
        }

        foreach (var (status, response) in operation["responses"]!.AsObject())
        {
            var actual = Resolve(ours, found["responses"]?[status]);
            Expect(actual is not null, "response " + status);
            CompareContent(Resolve(contract, response)!, actual, status);
        }

        if (operation["security"] is not null)
        {
            Expect(found["security"]?.AsArray().Any(scheme => scheme!.AsObject().ContainsKey("Token")) == true, "security Token");
        }
    }

    private static string? Text(JsonNode? node) => node?.ToString();

    private static JsonNode? Resolve(JsonNode document, JsonNode? node)
    {
        while (Text(node?["$ref"]) is { } reference)
        {
            node = reference.TrimStart('#', '/').Split('/').Aggregate(document, static (at, name) => at[name]!);
        }

        return node;
    }

    /// <summary>A schema's types; OpenAPI 3.1 writes a nullable one as a list.</summary>
    private static string[] Types(JsonNode? schema) => schema?["type"] switch
    {
        JsonArray several => [.. several.Select(type => Text(type)!)],
        { } one => [Text(one)!],
        null => [],
    };

    private void CompareParameter(JsonNode parameter, JsonArray actual)
    {
        var name = $"{Text(parameter["in"])} parameter {Text(parameter["name"])}";
        var found = actual.Select(other => Resolve(ours, other)).FirstOrDefault(other =>
            Text(other!["in"]) == Text(parameter["in"]) && Text(other["name"]) == Text(parameter["name"]));
        Expect(found is not null, name);
        Expect(Text(found?["description"])?.Length > 0 || parameter["description"] is null, name + " description");
        foreach (var keyword in (string[])["minimum", "default"])
        {
            if (parameter["schema"]![keyword] is { } value)
            {
                Expect(Text(found?["schema"]?[keyword]) == Text(value), $"{name} {keyword}");
            }
        }

        CompareSchema(parameter["schema"]!, found?["schema"], name);
    }

    private void CompareContent(JsonNode expected, JsonNode? actual, string where)
    {
        if (expected["content"]?["application/json"]?["schema"] is { } schema)
        {
            CompareSchema(schema, actual?["content"]?["application/json"]?["schema"], where);
        }
    }

    private void CompareSchema(JsonNode expected, JsonNode? actual, string where)
    {
        var schema = Resolve(contract, expected)!;
        var found = Resolve(ours, actual);
        foreach (var type in Types(schema))
        {
            Expect(Types(found).Contains(type), $"{where}: type {type}");
        }

        if (schema["format"] is { } format)
        {
            Expect(Text(found?["format"]) == Text(format), $"{where}: format {Text(format)}");
        }

        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            Expect(found?["properties"]?[name] is not null, $"{where}.{name}");
            CompareSchema(property!, found?["properties"]?[name], $"{where}.{name}");
        }

        foreach (var required in schema["required"]?.AsArray() ?? [])
        {
            Expect(found?["required"]?.AsArray().Any(other => Text(other) == Text(required)) == true, $"{where}: required {Text(required)}");
        }

        if (schema["items"] is { } items)
        {
            CompareSchema(items, found?["items"], where + "[]");
        }
    }

    private void Expect(bool holds, string what)
    {
        if (!holds)
        {
            missing.Add($"{operationName}: {what}");
        }
    }
}
