using System.Net.Http.Headers;
using System.Text;

namespace Covet.Aot.Tests;

/// <summary>A retry of a form is told from another form, whoever read it before and whatever its boundary; and what a retry is answered with.</summary>
public abstract class IdempotentFormSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task A_form_that_the_antiforgery_check_read_first_is_not_taken_for_another()
    {
        var pay = await PaymentsAsync();
        var first = await pay("k1", "amount=1");
        Assert.Equal(200, first.Status);
        foreach (var other in new[] { "amount=2", "amount=1&note=", "amount=1&amount=1", "amount=1&note=x", "note=x&amount=1", "amount=%31&x=" })
        {
            (await pay("k1", other)).IsProblem(422);
        }

        IsReplay(await pay("k1", "amount=1"), first);
        IsReplay(await pay("k1", "amount=%31"), first);
    }

    [Theory]
    [InlineData("amount=1&note=ab&c=d", "amount=1&note=a&bc=d")]
    [InlineData("amount=1&note=a&note=b", "amount=1&note=ab&note=")]
    [InlineData("amount=1&note=a%3D1%26b", "amount=1&note=a&1=b")]
    public async Task Fields_that_are_cut_another_way_are_another_form(string one, string other)
    {
        var pay = await PaymentsAsync();
        var key = Guid.NewGuid().ToString();
        var first = await pay(key, one);
        Assert.Equal(200, first.Status);
        (await pay(key, other)).IsProblem(422);
        IsReplay(await pay(key, one), first);
    }

    [Fact]
    public async Task A_retry_of_a_multipart_form_has_another_boundary_and_is_a_retry_all_the_same()
    {
        var key = Guid.NewGuid().ToString();
        var first = await UploadAsync(key, File("hello", "a.txt", "text/plain"));
        Assert.StartsWith("file:a.txt:hello note=n as ", first.Body, StringComparison.Ordinal);
        IsReplay(await UploadAsync(key, File("hello", "a.txt", "text/plain")), first);
        foreach (var other in new[]
        {
            File("hallo", "a.txt", "text/plain"), File("hello ", "a.txt", "text/plain"), File("hello", "b.txt", "text/plain"),
            File("hello", "a.txt", "text/html"), File("hello", "a.txt", "text/plain", "other"),
        })
        {
            (await UploadAsync(key, other)).IsProblem(422);
        }

        (await UploadAsync(key, File("hello", "a.txt", "text/plain"), "o")).IsProblem(422);
        (await UploadAsync(key, File("hello", "a.txt", "text/plain"), more: File("", "c.txt", "text/plain", "more"))).IsProblem(422);
        IsReplay(await UploadAsync(key, File("hello", "a.txt", "text/plain")), first);
    }

    [Fact]
    public async Task Files_that_are_long_and_several_are_told_apart_by_their_last_byte()
    {
        var key = Guid.NewGuid().ToString();
        var text = new string('x', 200_000);
        var first = await UploadAsync(key, File(text + "1", "a", "text/plain"), more: File(text + "2", "b", "text/plain", "more"));
        Assert.StartsWith($"file:a:{text}1|more:b:{text}2 note=n as ", first.Body, StringComparison.Ordinal);
        (await UploadAsync(key, File(text + "1", "a", "text/plain"), more: File(text + "3", "b", "text/plain", "more"))).IsProblem(422);
        IsReplay(await UploadAsync(key, File(text + "1", "a", "text/plain"), more: File(text + "2", "b", "text/plain", "more")), first);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "amount=1")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b", "no form at all")]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("application/json", "{}")]
    public async Task An_endpoint_that_reads_the_body_itself_gets_it_whole(string type, string body)
    {
        var key = Guid.NewGuid().ToString();
        var first = await RawFormAsync(key, type, body);
        Assert.StartsWith($"{body.Length} as ", first.Body, StringComparison.Ordinal);
        IsReplay(await RawFormAsync(key, type, body), first);
        (await RawFormAsync(key, type, body.Replace('1', '2') + " ")).IsProblem(422);
    }

    [Fact]
    public async Task A_form_that_is_none_is_refused_by_its_endpoint_and_again()
    {
        var key = Guid.NewGuid().ToString();
        foreach (var replayed in new[] { false, true })
        {
            var content = new StringContent("--b\r\nunlimited\r\n\r\nx\r\n--b--\r\n");
            content.Headers.ContentType = MediaTypeHeaderValue.Parse("multipart/form-data; boundary=b");
            var refused = (await SendAsync(HttpMethod.Post, "/security/once-form/upload", content, ("Idempotency-Key", key))).IsProblem(400);
            Assert.Equal(replayed, refused.Headers.Contains("Idempotency-Replayed"));
        }
    }

    [Fact]
    public async Task A_replay_has_each_header_as_the_first_answer_had_it_and_those_of_its_own_exchange()
    {
        var key = ("Idempotency-Key", Guid.NewGuid().ToString());
        var first = await SendAsync(HttpMethod.Post, "/security/once-form/headers", null, key, Secure);
        var again = await SendAsync(HttpMethod.Post, "/security/once-form/headers", null, key, Secure);
        IsReplay(again, first);
        foreach (var reply in new[] { first, again })
        {
            Assert.Equal(["X-Tenant", "Accept"], reply.Headers.Vary);
            Assert.Equal(["1", "2"], reply.Headers.GetValues("X-Paid"));
            Assert.Equal(["by the endpoint"], reply.Headers.GetValues("X-Changed"));
            Assert.Single(reply.Headers.GetValues("X-Exchange"));
            Assert.Single(reply.Headers.GetValues("Set-Cookie"), c => c.StartsWith("visit=", StringComparison.Ordinal));
        }

        // Headers that others set for every answer stand once, and are the retry's own.
        Assert.NotEqual(first.Headers.GetValues("X-Exchange"), again.Headers.GetValues("X-Exchange"));
        Assert.Equal(
            first.Headers.Where(h => h.Key != "Set-Cookie").Select(h => (h.Key, h.Value.Count())).Append(("Idempotency-Replayed", 1)).Order(),
            again.Headers.Where(h => h.Key != "Set-Cookie").Select(h => (h.Key, h.Value.Count())).Order());

        // A cookie is set once, as it may be a login.
        Assert.Contains(first.Headers.GetValues("Set-Cookie"), c => c.StartsWith("own=", StringComparison.Ordinal));
        Assert.DoesNotContain(again.Headers.GetValues("Set-Cookie"), c => c.StartsWith("own=", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("?kind=json")]
    [InlineData("?kind=text")]
    [InlineData("?kind=bytes")]
    [InlineData("?kind=file")]
    [InlineData("?kind=body")]
    [InlineData("?kind=writer")]
    [InlineData("-codec")]
    [InlineData("-string")]
    [InlineData("-stream")]
    public async Task A_payment_whose_caller_hung_up_before_the_answer_is_not_made_again(string kind)
    {
        var key = Guid.NewGuid().ToString();
        var path = "/security/once-form/hung-up" + kind;
        var held = await NumberAsync("held");
        await using (var connection = await RawConnection.OpenAsync(BaseAddress))
        {
            await connection.SendAsync($"POST {path} HTTP/1.1\r\nHost: x\r\nX-Hold: 1\r\nIdempotency-Key: {key}\r\nContent-Length: 0\r\n\r\n");
            using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
            while (await NumberAsync("held") == held)
            {
                timeout.Token.ThrowIfCancellationRequested();
            }

            connection.Vanish();
        }

        var paid = await NumberAsync("payments");
        Reply again;
        do
        {
            again = await SendAsync(HttpMethod.Post, path, null, ("Idempotency-Key", key));
        }
        while (again.Status == 409);
        Assert.Equal((200, true), (again.Status, again.Headers.Contains("Idempotency-Replayed")));
        Assert.Contains($"{paid}", again.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_without_an_end_ends_with_its_caller()
    {
        await using (var connection = await RawConnection.OpenAsync(BaseAddress))
        {
            await connection.SendAsync($"POST /security/once-form/endless HTTP/1.1\r\nHost: x\r\nIdempotency-Key: {Guid.NewGuid()}\r\nContent-Length: 0\r\n\r\n");
            await connection.ReadHeadAsync();
            connection.Vanish();
        }

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (await NumberAsync("endless") > 0)
        {
            timeout.Token.ThrowIfCancellationRequested();
        }
    }

    [Fact]
    public async Task Of_many_first_requests_at_once_one_is_done()
    {
        for (var round = 0; round < 10; round++)
        {
            var key = Guid.NewGuid().ToString();
            var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => UploadAsync(key, File("x", "x", "text/plain"))));
            Assert.Single(replies.Where(reply => reply.Status == 200).Select(reply => reply.Body).Distinct());
            Assert.Single(replies, reply => reply.Status == 200 && !reply.Headers.Contains("Idempotency-Replayed"));
            Assert.All(replies.Where(reply => reply.Status != 200), reply => reply.IsProblem(409));
        }
    }

    [Theory]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: b", 400)]
    [InlineData("Idempotency-Key: a\r\nIdempotency-Key: a", 400)]
    [InlineData("Idempotency-Key:", 400)]
    [InlineData("Idempotency-Key: \"\"", 400)]
    [InlineData("Idempotency-Key: \0", 400)]
    [InlineData("Idempotency-Key: \u00FF", 400)]
    public async Task A_key_that_is_none_is_refused_and_nothing_is_done(string header, int status)
    {
        var paid = await NumberAsync("payments");
        var answer = await RawAsync($"POST /security/once-form/headers HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{header}\r\nContent-Length: 0\r\n\r\n");
        Assert.Equal(status, StatusOf(answer));
        Assert.Equal(paid, await NumberAsync("payments"));
    }

    private static void IsReplay(Reply reply, Reply first)
    {
        reply.Is(first.Status, first.Body);
        Assert.Equal(["true"], reply.Headers.GetValues("Idempotency-Replayed"));
    }

    private static (ByteArrayContent Content, string Name, string FileName) File(string text, string fileName, string type, string name = "file")
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        content.Headers.ContentType = new MediaTypeHeaderValue(type);
        return (content, name, fileName);
    }

    // Each form has a random boundary, as a browser's has.
    private Task<Reply> UploadAsync(string key, (ByteArrayContent, string, string) file, string note = "n", (ByteArrayContent, string, string)? more = null)
    {
        var form = new MultipartFormDataContent { { file.Item1, file.Item2, file.Item3 }, { new StringContent(note), "note" } };
        if (more is { } another)
        {
            form.Add(another.Item1, another.Item2, another.Item3);
        }

        return SendAsync(HttpMethod.Post, "/security/once-form/upload", form, ("Idempotency-Key", key));
    }

    private Task<Reply> RawFormAsync(string key, string type, string body)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return SendAsync(HttpMethod.Post, "/security/once-form/raw", content, ("Idempotency-Key", key));
    }

    // One page's form, whose token stands in a field, so that the form is read for it.
    private async Task<Func<string, string, Task<Reply>>> PaymentsAsync()
    {
        var form = await GetAsync("/security/form", Secure);
        var (token, cookie, page) = (form.Body, CookieOf(form, "__Host-antiforgery"), Guid.NewGuid().ToString());
        return (key, fields) => SendAsync(
            HttpMethod.Post,
            "/security/once-form",
            new StringContent($"__RequestVerificationToken={Uri.EscapeDataString(token)}&{fields}", Encoding.UTF8, "application/x-www-form-urlencoded"),
            ("Cookie", cookie),
            Secure,
            ("Idempotency-Key", page + key));
    }

    private async Task<int> NumberAsync(string name) => (await GetAsync("/security/once-form/" + name)).Json.GetInt32();
}
