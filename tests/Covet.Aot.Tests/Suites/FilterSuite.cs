namespace Covet.Aot.Tests;

public abstract class FilterSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task A_filter_sees_typed_arguments_and_the_typed_result()
    {
        var reply = (await GetAsync("/filters/text?a=x&b=3")).Is(200, "x3True");
        Assert.Equal(("(x, 3, True)", "x3True"), (Header(reply, "X-Arguments"), Header(reply, "X-Result")));
        var nothing = (await GetAsync("/filters/nothing")).Is(200, "");
        Assert.Equal(("()", "NoResult { }"), (Header(nothing, "X-Arguments"), Header(nothing, "X-Result")));
    }

    [Fact]
    public async Task A_filter_of_the_class_stands_around_that_of_the_method_which_changes_the_call()
    {
        var reply = (await GetAsync("/filters/value/4")).Is(200, """{"amount":8}""");
        Assert.Equal(("4", "Payment { Amount = 8 }"), (Header(reply, "X-Arguments"), Header(reply, "X-Result")));
        (await GetAsync("/filters/value/-1")).IsProblem(404);
    }

    [Fact]
    public async Task A_filter_does_not_run_where_binding_failed()
    {
        var reply = (await GetAsync("/filters/value/x")).IsProblem(400, "id");
        Assert.False(reply.Headers.Contains("X-Arguments"));
    }

    [Fact]
    public async Task A_filter_sees_what_the_method_throws()
    {
        (await GetAsync("/filters/thrown")).IsProblem(500);
        Assert.Contains(await TakeErrorsAsync(), e => e.Contains("filtered: for the filter to see", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_filter_of_Minimal_API_answers_what_it_likes()
    {
        (await GetAsync("/filters/boxed/0")).IsProblem(409);
        var text = (await GetAsync("/filters/boxed/1")).Is(200, "text");
        Assert.Equal("text", Header(text, "X-Result"));
        (await GetAsync("/filters/boxed/2")).Is(200, """{"number":2,"amount":2}""");
        (await GetAsync("/filters/boxed/3")).Is(404, """{"number":3,"amount":3}""");
        (await GetAsync("/filters/boxed/4")).Is(204, "");
        (await GetAsync("/filters/boxed/5")).Is(200, """{"amount":5}""");
    }

    private static string Header(Reply reply, string name) => reply.Headers.GetValues(name).Single();
}
