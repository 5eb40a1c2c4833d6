namespace Covet.Aot.Tests;

public abstract class SourcesSuite(HttpHost host) : HttpSuite(host)
{
    private const string Ann = """{"name":"Ann","age":30}""";

    [Fact]
    public async Task Headers_bind_by_name() => (await GetAsync("/sources/header", ("x-trace", "t1"), ("X-Count", "3"))).Is(200, "t1 3");

    [Fact]
    public async Task A_header_that_may_be_null_may_be_missing() => (await GetAsync("/sources/header", ("X-Trace", "t1"))).Is(200, "t1 -1");

    [Fact]
    public async Task Errors_in_headers_carry_the_headers_name() =>
        (await GetAsync("/sources/header", ("X-Count", "x"))).IsProblem(400, "X-Trace", "X-Count");

    [Fact]
    public async Task A_header_that_comes_twice_binds_to_an_array() => (await GetAsync("/sources/headers", ("X-Many", "a"), ("X-Many", "b"))).Is(200, "a|b");

    [Fact]
    public async Task Cookies_bind_by_name() => (await GetAsync("/sources/cookie", ("Cookie", "theme=dark; n=4"))).Is(200, "dark 4");

    [Fact]
    public async Task A_cookie_has_its_default() => (await GetAsync("/sources/cookie")).Is(200, "light 0");

    [Fact]
    public async Task A_cookie_that_does_not_fit_is_named() => (await GetAsync("/sources/cookie", ("Cookie", "n=x"))).IsProblem(400, "n");

    [Fact]
    public async Task A_service_is_the_handlers_own_in_one_request() => (await GetAsync("/sources/service")).Is(200, "hello you True");

    [Fact]
    public async Task An_interface_comes_from_services() => (await GetAsync("/sources/interface")).Is(200, "hello all");

    [Fact]
    public async Task A_keyed_service_comes_by_its_key() => (await GetAsync("/sources/keyed")).Is(200, "good day sir");

    [Fact]
    public async Task Special_types_are_the_requests_own()
    {
        var reply = await GetAsync("/sources/special");
        reply.Is(200, "True True True");
        Assert.Equal("yes", reply.Headers.GetValues("X-Special").Single());
    }

    [Fact]
    public async Task A_type_with_BindAsync_binds_itself() => (await GetAsync("/sources/own", ("X-Client", "1.2"))).Is(200, "1.2");

    [Fact]
    public async Task A_body_is_read_and_written_as_JSON()
    {
        var reply = await PostJsonAsync("/sources/body", """{"name":"Ann","age":30,"address":{"street":"S","zip":"12345"},"tags":["a"]}""");
        reply.Is(200, """{"name":"Ann","age":30,"address":{"street":"S","zip":"12345"},"tags":["a"]}""");
        Assert.Equal("application/json; charset=utf-8", reply.ContentType);
    }

    [Fact]
    public async Task A_body_is_bound_by_its_attribute() => (await PostJsonAsync("/sources/body-explicit", Ann)).Is(200, "Ann");

    [Fact]
    public async Task A_body_that_may_be_null_may_be_missing()
    {
        (await SendAsync(HttpMethod.Post, "/sources/body-or-null", null)).Is(200, "null");
        (await PostJsonAsync("/sources/body-or-null", "null")).Is(200, "null");
        (await PostJsonAsync("/sources/body-or-null", Ann)).Is(200, "Ann");
    }

    [Fact]
    public async Task A_list_is_a_body() => (await PostJsonAsync("/sources/bodies", $"[{Ann},{Ann}]")).Is(200, "2");

    [Fact]
    public async Task All_sources_mix_in_one_endpoint() =>
        (await SendAsync(HttpMethod.Put, "/sources/mixed/7?force=true", Json(Ann), ("X-Trace", "t"))).Is(200, "7 True t hello Ann");

    [Fact]
    public async Task Errors_of_all_sources_are_answered_at_once() =>
        (await SendAsync(HttpMethod.Put, "/sources/mixed/7?force=perhaps", Json("""{"name":"","age":151,"address":{"street":"S","zip":"1"}}"""), ("X-Other", "t")))
            .IsProblem(400, "force", "X-Trace", "name", "age", "address.zip");

    [Fact]
    public async Task A_stream_reads_the_raw_body() => (await SendAsync(HttpMethod.Post, "/sources/stream", new ByteArrayContent(new byte[100_000]))).Is(200, "100000");

    [Fact]
    public async Task A_pipe_reads_the_raw_body() => (await SendAsync(HttpMethod.Post, "/sources/pipe", new StringContent("piped"))).Is(200, "piped");

    [Fact]
    public async Task A_missing_body_is_an_error() => (await SendAsync(HttpMethod.Post, "/sources/body", null)).IsProblem(400);

    [Fact]
    public async Task A_null_body_is_an_error() => (await PostJsonAsync("/sources/body", "null")).IsProblem(400);

    [Fact]
    public async Task A_missing_member_is_named() => (await PostJsonAsync("/sources/body", """{"age":3}""")).IsProblem(400, "name");

    [Fact]
    public async Task Malformed_JSON_is_answered_with_line_and_position()
    {
        var reply = (await PostJsonAsync("/sources/body", "{\n  \"name\": Ann\n}")).IsProblem(400);
        Assert.Contains("Line 2, byte 11.", reply.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/xml")]
    [InlineData("application/x-www-form-urlencoded")]
    public async Task Another_content_type_is_415(string contentType) =>
        (await SendAsync(HttpMethod.Post, "/sources/body", new StringContent(Ann, System.Text.Encoding.UTF8, contentType))).IsProblem(415);

    [Fact]
    public async Task A_body_over_the_limit_is_413() =>
        (await PostJsonAsync("/form/small", $$"""{"text":"{{new string('x', 2000)}}","number":1}""")).IsProblem(413);

    [Theory]
    [InlineData("application/merge-patch+json")]
    [InlineData("application/merge-patch+json; charset=utf-8")]
    [InlineData("text/json")]
    public async Task A_body_is_read_in_each_content_type_that_Consumes_names(string contentType) =>
        (await SendAsync(HttpMethod.Patch, "/sources/merge", Content(Ann, contentType))).Is(200, "Ann");

    [Theory]
    [InlineData("application/json")]
    [InlineData("text/plain")]
    [InlineData("text/json; charset=utf-16")]
    public async Task Another_content_type_than_those_that_Consumes_names_is_a_problem(string contentType) =>
        (await SendAsync(HttpMethod.Patch, "/sources/merge", Content(Ann, contentType))).IsProblem(415);

    [Fact]
    public async Task Consumes_holds_for_bytes_as_well()
    {
        (await SendAsync(HttpMethod.Post, "/sources/image", Content("abc", "image/png"))).Is(200, "3");
        var refused = (await SendAsync(HttpMethod.Post, "/sources/image", Content("abc", "text/plain"))).IsProblem(415);
        Assert.Equal("The Content-Type of the request must be 'image/png' or 'image/jpeg'.", refused.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_document_has_the_content_types_that_Consumes_names()
    {
        var paths = (await GetAsync("/openapi/v1.json")).Json.GetProperty("paths");
        var merge = paths.GetProperty("/sources/merge").GetProperty("patch");
        Assert.Equal(["application/merge-patch+json", "text/json"], merge.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(static type => type.Name));
        var image = paths.GetProperty("/sources/image").GetProperty("post");
        Assert.Equal(["image/png", "image/jpeg"], image.GetProperty("requestBody").GetProperty("content").EnumerateObject().Select(static type => type.Name));
        Assert.True(merge.GetProperty("responses").TryGetProperty("415", out _) && image.GetProperty("responses").TryGetProperty("415", out _));
    }

    private static StringContent Content(string text, string contentType) => new(text) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(contentType) } };
}
