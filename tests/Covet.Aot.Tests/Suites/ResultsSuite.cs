namespace Covet.Aot.Tests;

public abstract class ResultsSuite(HttpHost host) : HttpSuite(host)
{
    private const string JsonType = "application/json; charset=utf-8";

    [Theory]
    [InlineData("value", """{"text":"a \u0022quoted\u0022 \u003Ctext\u003E","number":1}""", JsonType)]
    [InlineData("text", "grüße", "text/plain; charset=utf-8")]
    [InlineData("stream", "streamed", "application/octet-stream")]
    [InlineData("list", """[{"text":"a","number":1},{"text":"b","number":2}]""", JsonType)]
    [InlineData("items?count=3", """[{"text":"item","number":0},{"text":"item","number":1},{"text":"item","number":2}]""", JsonType)]
    [InlineData("items?count=0", "[]", JsonType)]
    [InlineData("nullable-int?some=true", "5", JsonType)]
    [InlineData("ok", """{"text":"ok","number":1}""", JsonType)]
    [InlineData("either/ok", """{"text":"ok","number":1}""", JsonType)]
    [InlineData("either-later/ok", """{"text":"ok","number":1}""", JsonType)]
    [InlineData("iresult", "any", "text/x-any")]
    [InlineData("file", "content", "text/csv")]
    [InlineData("void", "", null)]
    [InlineData("task", "", null)]
    [InlineData("value-task", "", null)]
    [InlineData("task-value", """{"text":"later","number":1}""", JsonType)]
    [InlineData("value-task-value?some=true", """{"text":"maybe","number":1}""", JsonType)]
    [InlineData("task-text", "text", "text/plain; charset=utf-8")]
    [InlineData("task-items?count=2", """[{"text":"item","number":0},{"text":"item","number":1}]""", JsonType)]
    [InlineData("value-task-either/ok", """{"text":"ok","number":1}""", JsonType)]
    [InlineData("task-bytes", "AB", "application/octet-stream")]
    [InlineData("task-stream", "streamed", "application/octet-stream")]
    [InlineData("task-iresult", "any", "text/x-any")]
    public async Task A_result_is_200_with_its_body_and_type(string path, string body, string? contentType)
    {
        var reply = await GetAsync("/results/" + path);
        reply.Is(200, body);
        Assert.Equal(contentType, reply.ContentType);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("nullable-int?some=false")]
    [InlineData("value-task-value?some=false")]
    public async Task Null_is_404(string path) => (await GetAsync("/results/" + path)).IsProblem(404);

    [Theory]
    [InlineData("ok", 200, """{"text":"ok","number":1}""")]
    [InlineData("created", 201, """{"text":"created","number":2}""")]
    [InlineData("list", 200, """[{"text":"a","number":1},{"text":"b","number":2}]""")]
    [InlineData("text", 404, "\"gone\"")]
    [InlineData("union", 422, """{"text":"no","number":2}""")]
    [InlineData("none", 204, "")]
    [InlineData("named", 200, """{"place":"here","day":5}""")]
    [InlineData("within", 422, """{"all":[{"place":"one","day":1}]}""")]
    [InlineData("helper", 409, """{"why":"no","codes":[1,2]}""")]
    public async Task A_typed_result_behind_IResult_writes_itself_with_its_JSON(string which, int status, string body) =>
        (await GetAsync("/results/iresult/" + which)).Is(status, body);

    [Fact]
    public async Task A_type_that_only_a_result_behind_a_task_of_IResult_names_is_written() =>
        (await GetAsync("/results/iresult-later")).Is(202, """{"a":{"place":"b","day":0}}""");

    [Theory]
    [InlineData("problem", 409, "\"detail\":\"why\"")]
    [InlineData("validation", 400, "\"errors\":{\"a\":[\"b\"]}")]
    public async Task A_problem_behind_IResult_is_a_problem_document(string which, int status, string part)
    {
        var reply = await GetAsync("/results/iresult/" + which);
        reply.IsProblem(status);
        Assert.Contains(part, reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_are_sent_as_they_are()
    {
        Assert.Equal([0, 1, 2, 255], await Client.GetByteArrayAsync("/results/bytes"));
    }

    [Fact]
    public async Task Created_has_a_location()
    {
        var reply = await PostJsonAsync("/results/created", """{"text":"t","number":9}""");
        reply.Is(201, """{"text":"t","number":9}""");
        Assert.Equal("/results/9", reply.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Accepted_has_a_location()
    {
        var reply = await PostJsonAsync("/results/accepted", """{"text":"t","number":9}""");
        reply.Is(202, """{"text":"t","number":9}""");
        Assert.Equal("/later", reply.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task No_content_is_204() => (await SendAsync(HttpMethod.Delete, "/results/none", null)).Is(204, "");

    [Fact]
    public async Task Not_found_without_a_value_is_404() => Assert.Equal(404, (await GetAsync("/results/either/other")).Status);

    [Fact]
    public async Task A_conflict_carries_its_problem()
    {
        var reply = (await GetAsync("/results/either/conflict")).IsProblem(409);
        Assert.Equal("Taken", reply.Json.GetProperty("title").GetString());
        Assert.Equal("Somebody was first.", reply.Json.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task Each_branch_has_its_status_and_body()
    {
        (await GetAsync("/results/either/unprocessable")).Is(422, """{"text":"no","number":2}""");
        (await GetAsync("/results/either/bad")).Is(400, "\"bad\"");
        (await GetAsync("/results/either-later/other")).Is(404, "\"gone\"");
    }

    [Fact]
    public async Task A_problem_result_is_a_problem_document()
    {
        var reply = (await GetAsync("/results/problem")).IsProblem(418);
        Assert.Equal("Teapot", reply.Json.GetProperty("title").GetString());
    }

    [Fact]
    public async Task A_redirect_redirects()
    {
        var reply = await GetAsync("/results/redirect");
        reply.Is(302, "");
        Assert.Equal("/results/text", reply.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_file_has_its_name() =>
        Assert.Equal("a.csv", (await GetAsync("/results/file")).ContentHeaders.ContentDisposition!.FileName);

    [Theory]
    [InlineData("text", 200, "text/plain; charset=utf-8")]
    [InlineData("value", 200, JsonType)]
    [InlineData("list", 200, JsonType)]
    [InlineData("items?count=3", 200, JsonType)]
    [InlineData("endless", 200, JsonType)]
    [InlineData("bytes", 200, "application/octet-stream")]
    [InlineData("stream", 200, "application/octet-stream")]
    [InlineData("file", 200, "text/csv")]
    [InlineData("iresult", 200, "text/x-any")]
    [InlineData("either/unprocessable", 422, JsonType)]
    [InlineData("null", 404, "application/problem+json")]
    [InlineData("nullable-int?some=x", 400, "application/problem+json")]
    public async Task HEAD_is_answered_from_GET_without_a_body(string path, int status, string contentType)
    {
        var reply = await SendAsync(HttpMethod.Head, "/results/" + path, null);
        reply.Is(status, "");
        Assert.Equal(contentType, reply.ContentType);
    }

    [Fact]
    public async Task An_exception_is_500_as_a_problem_and_tells_no_secret()
    {
        var reply = (await GetAsync("/results/throws")).IsProblem(500);
        Assert.DoesNotContain("secret", reply.Body, StringComparison.Ordinal);
        Assert.Contains(await TakeErrorsAsync(), e => e.Contains("a secret of the server", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stream_of_items_waits_for_its_reader_and_ends_with_it()
    {
        var before = int.Parse((await GetAsync("/results/endless/state")).Body.Split(' ')[1]);
        using (var response = await Client.GetAsync("/results/endless", HttpCompletionOption.ResponseHeadersRead))
        {
            Assert.Equal(JsonType, response.Content.Headers.ContentType!.ToString());
            await using var body = await response.Content.ReadAsStreamAsync();
            var first = new byte[1];
            Assert.Equal(1, await body.ReadAsync(first));
            Assert.Equal((byte)'[', first[0]);

            // Buffers on the way fill up, and then the producer stands: two looks in a row that see the same count.
            var produced = -1;
            for (var now = await Produced(); now != produced; now = await Produced())
            {
                produced = now;
                for (var i = 0; i < 50; i++)
                {
                    await GetAsync("/routing/verbs");
                }
            }

            Assert.InRange(produced, 1, 100_000);
        }

        while (int.Parse((await GetAsync("/results/endless/state")).Body.Split(' ')[1]) == before)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<int> Produced() => int.Parse((await GetAsync("/results/endless/state")).Body.Split(' ')[0]);
}
