namespace Covet.Aot.Tests;

public abstract class RoutingSuite(HttpHost host) : HttpSuite(host)
{
    [Theory]
    [InlineData("GET", "get")]
    [InlineData("POST", "post")]
    [InlineData("PUT", "PUT")]
    [InlineData("PATCH", "PATCH")]
    [InlineData("DELETE", "delete")]
    [InlineData("PURGE", "purge")]
    public async Task A_verb_chooses_the_method(string method, string answer) => (await SendAsync(new HttpMethod(method), "/routing/verbs", null)).Is(200, answer);

    [Theory]
    [InlineData("/routing/a/1", "two 1")]
    [InlineData("/routing/b/2", "two 2")]
    [InlineData("/ROUTING/A/1", "two 1")]
    [InlineData("/routing/a/1/", "two 1")]
    [InlineData("/routing/precedence/literal", "literal")]
    [InlineData("/routing/precedence/5", "int 5")]
    [InlineData("/routing/precedence/five", "text five")]
    [InlineData("/routing/precedence/five/six", "rest five/six")]
    [InlineData("/routing/optional", "none")]
    [InlineData("/routing/optional/x", "x")]
    [InlineData("/routing/default", "7")]
    [InlineData("/routing/default/8", "8")]
    [InlineData("/routing/files/a/b/c.txt", "a/b/c.txt")]
    [InlineData("/routing/files", "")]
    [InlineData("/routing/complex/report.final.pdf", "report.final|pdf")]
    [InlineData("/routing/guid/6f9619ff-8b86-d011-b42d-00cf4fc964ff", "\"6f9619ff-8b86-d011-b42d-00cf4fc964ff\"")]
    [InlineData("/routing/regex/ab", "ab")]
    [InlineData("/routing/range/10/abcd", "10 abcd")]
    [InlineData("/outside/9000000000", "9000000000")]
    [InlineData("/routing/@class/x%20y", "x y")]
    [InlineData("/routing/@class/gr%C3%BC%C3%9Fe", "grüße")]
    [InlineData("/routing/@class/a%2Fb", "a%2Fb")]
    [InlineData("/nested/here", "nested")]
    [InlineData("/library/books/3", """{"id":3,"title":"Book 3","year":2026}""")]
    [InlineData("/inherited/echoes/5", """{"text":"echo","number":5}""")]
    [InlineData("/inherited/people", """[{"name":"Ann","age":1,"address":null,"tags":null},{"name":"Ann","age":2,"address":null,"tags":null}]""")]
    public async Task A_path_finds_its_endpoint(string path, string answer) => (await GetAsync(path)).Is(200, answer);

    [Theory]
    [InlineData("/nothing")]
    [InlineData("/routing/a/x")]
    [InlineData("/routing/a/1/2")]
    [InlineData("/routing/guid/x")]
    [InlineData("/routing/regex/abc")]
    [InlineData("/routing/range/11/abcd")]
    [InlineData("/routing/range/1/a")]
    [InlineData("/library/books/0")]
    [InlineData("/inherited/echoes/0")]
    public async Task A_path_without_an_endpoint_or_a_value_is_404(string path) => (await GetAsync(path)).IsProblem(404);

    [Fact]
    public async Task Another_verb_is_405_with_what_is_allowed()
    {
        var reply = (await SendAsync(HttpMethod.Put, "/routing/a/1", null)).IsProblem(405);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], reply.ContentHeaders.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task OPTIONS_says_what_is_allowed()
    {
        var reply = await SendAsync(HttpMethod.Options, "/routing/verbs", null);
        Assert.InRange(reply.Status, 200, 204);
        Assert.Equal(["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PURGE", "PUT"], reply.ContentHeaders.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_endpoint_may_answer_OPTIONS_itself() => (await SendAsync(HttpMethod.Options, "/routing/own-options", null)).Is(200, "mine");

    [Fact]
    public async Task An_endpoint_may_answer_HEAD_itself()
    {
        var reply = await SendAsync(HttpMethod.Head, "/routing/only-head", null);
        reply.Is(200, "");
        Assert.Equal("yes", reply.Headers.GetValues("X-Head").Single());
        Assert.Equal(405, (await GetAsync("/routing/only-head")).Status);
    }

    [Fact]
    public async Task What_Covet_does_not_match_falls_through_to_other_endpoints() => (await GetAsync("/minimal/x")).Is(200, "minimal x");

    [Fact]
    public async Task What_Covet_does_not_match_falls_through_to_static_files() => (await GetAsync("/static.txt")).Is(200, "a static file\n");

    [Fact]
    public async Task A_library_takes_bodies_too()
    {
        var reply = await PostJsonAsync("/library/books", """{"id":3,"title":"T","year":2000}""");
        reply.Is(201, """{"id":3,"title":"T","year":2000}""");
        Assert.Equal("/library/books/3", reply.Headers.Location!.OriginalString);
        (await PostJsonAsync("/library/books", """{"id":0,"title":"","year":2000}""")).IsProblem(422, "id", "title");
    }
}
