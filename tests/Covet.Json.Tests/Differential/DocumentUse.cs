using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Json.Tests.Differential;

/// <summary>Uses every part of the nodes and elements in a value, as a handler may.</summary>
internal static class DocumentUse
{
    /// <summary>Whether some part cannot be used.</summary>
    public static bool Throws(object? value, JsonSerializerOptions options)
    {
        try
        {
            Use(value, options);
            return false;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return true;
        }
    }

    private static void Use(object? value, JsonSerializerOptions options)
    {
        switch (value)
        {
            case null or string or IConvertible:
                break;
            case JsonDocument document:
                Use(document.RootElement);
                break;
            case JsonElement element:
                Use(element);
                break;
            case JsonValue scalar when scalar.GetValueKind() == JsonValueKind.String:
                _ = scalar.GetValue<string>();
                break;
            case JsonObject map:
                foreach (var (_, member) in map)
                {
                    Use(member, options);
                }

                break;
            case JsonNode and not JsonArray:
                break;
            case IDictionary map:
                foreach (var item in map.Values)
                {
                    Use(item, options);
                }

                break;
            case IEnumerable items:
                foreach (var item in items)
                {
                    Use(item, options);
                }

                break;
            default:
                foreach (var property in options.GetTypeInfo(value.GetType()).Properties)
                {
                    Use(property.Get?.Invoke(value), options);
                }

                break;
        }
    }

    private static void Use(JsonElement element)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.String:
                _ = element.GetString();
                break;
            case JsonValueKind.Array:
                foreach (var item in element.EnumerateArray())
                {
                    Use(item);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    _ = member.Name;
                    Use(member.Value);
                }

                break;
        }
    }
}
