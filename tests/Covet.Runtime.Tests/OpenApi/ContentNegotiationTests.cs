namespace Covet.Runtime.Tests.OpenApi;

public sealed class ContentNegotiationTests
{
    [Theory]
    [InlineData("", "Identity")]
    [InlineData("gzip", "Gzip")]
    [InlineData("br", "Identity")]
    [InlineData("gzip, deflate, br", "Gzip")]
    [InlineData("gzip;q=1.0, br;q=0.5", "Gzip")]
    [InlineData("gzip;q=0, br;q=0", "Identity")]
    [InlineData("*", "Gzip")]
    [InlineData("*;q=0.5, gzip;q=0", "Identity")]
    [InlineData("identity", "Identity")]
    [InlineData("identity;q=1, gzip;q=0.5", "Identity")]
    [InlineData("deflate", "Identity")]
    [InlineData("x-gzip", "Gzip")]
    [InlineData("GZIP", "Gzip")]
    [InlineData("gzip;q=nonsense;;", "Identity")]
    public void The_coding_with_the_highest_weight_is_chosen(string header, string coding) =>
        Assert.Equal(coding, ContentNegotiation.ChooseCoding(header.Length == 0 ? default(Microsoft.Extensions.Primitives.StringValues) : header).ToString());

    [Theory]
    [InlineData("\"a\"", true)]
    [InlineData("W/\"a\"", true)]
    [InlineData("\"b\", \"a\"", true)]
    [InlineData("*", true)]
    [InlineData("\"A\"", false)]
    [InlineData("\"b\"", false)]
    [InlineData("a", false)]
    [InlineData("", false)]
    public void Entity_tags_are_compared_weakly(string header, bool same) =>
        Assert.Equal(same, ContentNegotiation.IsNotModified(header, "\"a\""));
}
