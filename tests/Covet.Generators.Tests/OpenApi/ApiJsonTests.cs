using System.Text.Json.Nodes;
using Covet.Build;
using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Tests.OpenApi;

public sealed class ApiJsonTests
{
    [Fact]
    public void Any_JSON_is_read_written_and_indented_without_loss()
    {
        var random = new Random(20260714);
        for (var i = 0; i < 2000; i++)
        {
            var text = Value(random, 0)?.ToJsonString() ?? "null";
            var written = ApiJsonParser.Parse(" " + text + "\n")!.ToString();
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(written)), $"seed 20260714, case {i}: {text}");
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(JsonIndenter.Indent(written))), $"seed 20260714, case {i}: {text}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\"}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("[1,]")]
    [InlineData("\"a")]
    [InlineData("\"\\x\"")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData("-")]
    [InlineData("nul")]
    [InlineData("1 2")]
    public void What_is_no_JSON_is_refused(string text) => Assert.Null(ApiJsonParser.Parse(text));

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() =>
        Assert.Equal("\"a\ufffd b\"", ApiValue.String("a\ud83d b").ToString());

    private static JsonNode? Value(Random random, int depth) => random.Next(depth > 3 ? 5 : 7) switch
    {
        0 => null,
        1 => random.Next(2) == 0,
        2 => random.Next(-1000, 1000),
        3 => random.NextDouble() * 1e6,
        4 => Text(random),
        5 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(_ => Value(random, depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, random.Next(4)).Select(i => KeyValuePair.Create(i + Text(random), Value(random, depth + 1)))),
    };

    private static string Text(Random random) =>
        new([.. Enumerable.Range(0, random.Next(8)).Select(_ => "aZ\"\\/\n\t\u0001\u2028é☃{}[]:,"[random.Next(17)])]);
}
