namespace Covet.Aot.Tests;

public abstract class ErrorSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task An_unhandled_exception_is_500_with_the_trace_id_and_nothing_else()
    {
        var reply = await GetAsync("/errors/fail/secret", ("Accept", "text/html"));
        reply.IsProblem(500);
        Assert.Equal(["status", "title", "traceId", "type"], reply.Json.EnumerateObject().Select(m => m.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
        Assert.Contains("secret", Assert.Single(await TakeErrorsAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("timeout", 503, "Later", null)]
    [InlineData("disposed", 409, "Conflict", "Cannot access a disposed object.\nObject name: 'thing'.")]
    [InlineData("missing", 404, "Not Found", null)]
    [InlineData("odd", 400, "Bad Request", "The request is odd.")]
    public async Task A_mapped_exception_is_a_problem_and_no_error_in_the_log(string kind, int status, string title, string? detail)
    {
        var reply = (await GetAsync("/errors/mapped/" + kind)).IsProblem(status);
        Assert.Equal(title, reply.Json.GetProperty("title").GetString());
        Assert.Equal(detail, reply.Json.TryGetProperty("detail", out var text) ? text.GetString() : null);
        Assert.Empty(await TakeErrorsAsync());
    }

    // The base class proves after each that nothing was logged as an error.
    [Theory]
    [InlineData("""{"a":1,"a":2}""", "a")]
    [InlineData("""{"a":1,"A":2}""", "A")]
    [InlineData("""{"a":1,"\u0061":2}""", "a")]
    [InlineData("""{"b":"\ud800","a":1}""", "b")]
    [InlineData("""{"b":["x",{"c":"\udc00\ud800"}]}""", "b[1].c")]
    [InlineData("""{"in":{"a":1,"a":2}}""", "in.a")]
    [InlineData("""{"list":[{"a":{},"A":[]}]}""", "list[0].A")]
    public async Task A_document_that_could_not_be_used_is_400_with_its_place(string body, string place) =>
        (await PostJsonAsync("/errors/node", body)).IsProblem(400, place);

    [Theory]
    [InlineData("node", """{"\ud800":1}""")]
    [InlineData("node", """{"in":{"\udc00":1}}""")]
    [InlineData("element", """{"\ud800":1}""")]
    [InlineData("element", """{"a":["\ud800"]}""")]
    public async Task Half_of_a_surrogate_pair_in_a_document_is_400(string path, string body) =>
        (await PostJsonAsync("/errors/" + path, body)).IsProblem(400);

    [Theory]
    [InlineData("node", """{"a":"\ud83d\ude00","in":{"a":2,"b":3},"list":[{"a":4}]}""", "\ud83d\ude00 2 4")]
    [InlineData("node", """{"a":1,"\u00e4":2,"\u00c5":3,"in":{"A":5}}""", "1 5 ")]
    [InlineData("element", """{"a":1,"a":2,"A":"\u00e4"}""", "a 1 a 2 A \u00e4")]
    public async Task A_document_that_can_be_used_is_passed_on(string path, string body, string answer) =>
        (await PostJsonAsync("/errors/" + path, body)).Is(200, answer);
}
