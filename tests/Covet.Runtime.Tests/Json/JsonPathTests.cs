using System.Text;

namespace Covet.Runtime.Tests.Json;

public sealed class JsonPathTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(128)]
    [InlineData(300)]
    public void What_comes_after_a_deep_place_has_its_own_path(int depth)
    {
        var deep = string.Concat(Enumerable.Repeat("[{\"a\":", depth / 2)) + "1,2" + string.Concat(Enumerable.Repeat("}]", depth / 2));
        var text = "{\"extra\":" + deep + ",\"x\":[1,\"bad\"],\"y\":\"worse\"}";
        var path = new JsonPath();
        Assert.Equal("$.x[1]", path.Build(Encoding.UTF8.GetBytes(text), text.IndexOf("\"bad\"", StringComparison.Ordinal), null));
        Assert.Equal("$.y", path.Build(Encoding.UTF8.GetBytes(text), text.IndexOf("\"worse\"", StringComparison.Ordinal), null));
    }

    [Theory]
    [InlineData("""\u0024type""", "$.$type")]
    [InlineData("""\u00e4""", "$.\u00e4")]
    [InlineData("""a\/b""", "$['a/b']")]
    [InlineData("""\ud83d\ude00""", "$['\ud83d\ude00']")]
    [InlineData("""\ud800""", """$['\ud800']""")]
    [InlineData("""a\n\u0000""", """$['a\n\u0000']""")]
    [InlineData("""a\u0027]""", """$['a\u0027]']""")]
    [InlineData("""a\\b""", """$['a\\b']""")]
    [InlineData("""\u00""", """$['\u00']""")]
    [InlineData("""\u00gg""", """$['\u00gg']""")]
    public void An_escaped_name_is_told_as_it_is_meant_where_it_stays_one_line_of_text(string name, string expected)
    {
        var text = "{\"a\":1,\"" + name + "\":2}";
        Assert.Equal(expected, new JsonPath().Build(Encoding.UTF8.GetBytes(text), text.LastIndexOf('2'), null));
    }
}
