using System.Text.Json.Nodes;
using YamlDotNet.RepresentationModel;

namespace Covet.Conduit.Tests.Contract;

/// <summary>YAML as JSON; every scalar is a string, for only names and types are compared.</summary>
internal static class YamlJson
{
    public static JsonNode Read(string path) => ReadAll(path)[0];

    /// <summary>Every document of a file.</summary>
    public static IReadOnlyList<JsonNode> ReadAll(string path)
    {
        using var reader = new StreamReader(path);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return [.. yaml.Documents.Select(static document => Convert(document.RootNode)!)];
    }

    private static JsonNode? Convert(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(pair => KeyValuePair.Create(((YamlScalarNode)pair.Key).Value!, Convert(pair.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(Convert)]),
        _ => JsonValue.Create(((YamlScalarNode)node).Value),
    };
}
