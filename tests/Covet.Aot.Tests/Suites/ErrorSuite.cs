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
}
