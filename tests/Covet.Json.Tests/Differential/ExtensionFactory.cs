using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Json.Tests.Differential;

/// <summary>Random extension data.</summary>
internal static class ExtensionFactory
{
    public static object? Make(Type type, Random random)
    {
        if (random.Next(4) == 0)
        {
            return null;
        }

        if (type == typeof(JsonObject))
        {
            return new JsonObject { ["extra"] = random.Next(), [TextFactory.Any(random) + "x"] = JsonNode.Parse(JsonNodeFactory.Text(random)) };
        }

        if (type == typeof(Dictionary<string, object>))
        {
            return new Dictionary<string, object> { ["extra"] = random.Next(), ["text"] = TextFactory.Any(random), ["el"] = JsonDocument.Parse(JsonNodeFactory.Text(random)).RootElement };
        }

        return new Dictionary<string, JsonElement> { ["extra"] = JsonDocument.Parse(JsonNodeFactory.Text(random)).RootElement, [TextFactory.Any(random) + "x"] = JsonDocument.Parse("[1, {\"a\" : 2}]").RootElement };
    }
}
