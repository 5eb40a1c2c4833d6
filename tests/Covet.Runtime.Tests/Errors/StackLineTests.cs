namespace Covet.Runtime.Tests.Errors;

public sealed class StackLineTests
{
    [Fact]
    public void A_trace_is_read_with_and_without_symbols()
    {
        var lines = StackLine.Parse("   at App.Orders.Create(Order order) in /src/in here/Orders.cs:line 12\r\n   at App.X()\n--- End of stack trace from previous location ---\n   at G.Y() in Endpoint.X.g.cs:line 3");
        Assert.Equal(
            [
                new StackLine("App.Orders.Create(Order order)", "/src/in here/Orders.cs", 12),
                new StackLine("App.X()", null, 0),
                new StackLine("--- End of stack trace from previous location ---", null, 0),
                new StackLine("G.Y()", "Endpoint.X.g.cs", 3),
            ],
            lines);
        Assert.True(lines[3].IsGenerated);
        Assert.Empty(StackLine.Parse(null));
    }

    [Theory]
    [InlineData("", "name", "name")]
    [InlineData("items", "", "items")]
    [InlineData("items", "[2]", "items[2]")]
    [InlineData("items[2]", "unitPrice", "items[2].unitPrice")]
    public void Paths_join(string prefix, string key, string expected) => Assert.Equal(expected, ErrorPath.Join(prefix, key));

    [Theory]
    [InlineData("eur", "eur")]
    [InlineData("a-b_1é", "a-b_1é")]
    [InlineData("a.b", "['a.b']")]
    [InlineData("it's \\", "['it\\'s \\\\']")]
    [InlineData("", "['']")]
    public void Keys_with_other_signs_are_quoted(string key, string expected) => Assert.Equal(expected, ErrorPath.Key(key));
}
