using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Covet.Runtime.Tests.OpenApi;

public sealed class YamlWriterTests
{
    private static string Yaml(string json) => Encoding.UTF8.GetString(YamlWriter.FromJson(Encoding.UTF8.GetBytes(json)));

    [Fact]
    public void Objects_and_arrays_are_blocks() =>
        Assert.Equal(
            "openapi: \"3.1.1\"\ninfo:\n  title: A title\n  empty: {}\ntags: []\npaths:\n  /a/{id}:\n    get:\n      parameters:\n        - name: id\n          required: true\n        - - 1\n          - null\n",
            Yaml("""{"openapi":"3.1.1","info":{"title":"A title","empty":{}},"tags":[],"paths":{"/a/{id}":{"get":{"parameters":[{"name":"id","required":true},[1,null]]}}}}"""));

    [Theory]
    [InlineData("yes")]
    [InlineData("NULL")]
    [InlineData("~")]
    [InlineData("1")]
    [InlineData("-")]
    [InlineData("")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData(" a")]
    [InlineData("a ")]
    [InlineData("#/components/schemas/A")]
    [InlineData("*a")]
    [InlineData("line\nbreak")]
    [InlineData("é☃")]
    public void Strings_that_YAML_could_read_otherwise_are_quoted(string text) =>
        Assert.Equal(YamlNode.Quoted(text) + "\n", Yaml(JsonValue.Create(text).ToJsonString()));

    [Fact]
    public void An_independent_reader_gets_back_what_was_written()
    {
        const int Seed = 20260714;
        var random = new Random(Seed);
        for (var i = 0; i < 500; i++)
        {
            var json = new JsonObject { ["root"] = Node(random, 0) }.ToJsonString();
            var stream = new YamlStream();
            stream.Load(new StringReader(Yaml(json)));
            var read = new JsonObject { ["root"] = YamlNode.ToJson(((YamlMappingNode)stream.Documents[0].RootNode).Children.Single().Value) };
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(json), read), $"seed {Seed}, case {i}: {json}\n{read.ToJsonString()}");
        }
    }

    private static JsonNode? Node(Random random, int depth) => random.Next(depth > 3 ? 4 : 6) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1000, 1000),
        3 => Text(random),
        4 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Node(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create(Text(random) + i, Node(random, depth + 1)))),
    };

    private static string Text(Random random)
    {
        string[] words = ["yes", "null", "1.5", "a b", "x: y", "- z", "{q}", "[w]", "#c", "'s'", "\"d\"", "t\tt", "n\nn", "é", "\\", "%", "@a", "`", "!t", "&a", "*a", "|", ">", "?", ":"];
        return string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ => words[random.Next(words.Length)] + (random.Next(3) == 0 ? " " : "")));
    }

    /// <summary>YAML as JSON, by the core schema of YAML 1.2: what is plain can be other than a string.</summary>
    private static class YamlNode
    {
        public static string Quoted(string text) => "\"" + text.Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

        public static JsonNode? ToJson(YamlDotNet.RepresentationModel.YamlNode node) => node switch
        {
            YamlMappingNode map => new JsonObject(map.Children.Select(c => KeyValuePair.Create(((YamlScalarNode)c.Key).Value!, ToJson(c.Value)))),
            YamlSequenceNode list => new JsonArray([.. list.Children.Select(ToJson)]),
            YamlScalarNode { Style: ScalarStyle.Plain } plain => plain.Value switch
            {
                "null" => null,
                "true" => true,
                "false" => false,
                var text when int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
                var text => text,
            },
            _ => ((YamlScalarNode)node).Value,
        };
    }
}
