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
}
