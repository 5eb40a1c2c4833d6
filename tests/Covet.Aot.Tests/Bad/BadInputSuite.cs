using System.Globalization;
using System.Text;

namespace Covet.Aot.Tests;

/// <summary>Input that no honest client sends: the right 4xx or a closed connection, and the next request is served.</summary>
public abstract class BadInputSuite(HttpHost host) : HttpSuite(host)
{
    public static TheoryData<string, string> Requests => new()
    {
        // What it is, and the request as it goes over the wire but for what Complete adds.
        { "an escaped null", "GET /routing/@class/a%00b HTTP/1.1\r\nHost: x\r\n" },
        { "dots that climb out of the root", "GET /../../../../etc/passwd HTTP/1.1\r\nHost: x\r\n" },
        { "escaped dots that climb out of the root", "GET /static/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\nHost: x\r\n" },
        { "a path without a slash", "GET routing HTTP/1.1\r\nHost: x\r\n" },
        { "raw bytes in the path", "GET /routing/@class/\u00e9\u00ff HTTP/1.1\r\nHost: x\r\n" },
        { "a query of escapes that are no text", "GET /query/int?value=%ZZ%E%&&&==&%=%&value HTTP/1.1\r\nHost: x\r\n" },
        { "a name of a query parameter that is a null", "GET /query/int?%00=1 HTTP/1.1\r\nHost: x\r\n" },
        { "no method", " / HTTP/1.1\r\nHost: x\r\n" },
        { "a method of symbols", "G@T / HTTP/1.1\r\nHost: x\r\n" },
        { "no host", "GET /routing/nothing HTTP/1.1\r\n" },
        { "two hosts", "GET /routing/nothing HTTP/1.1\r\nHost: x\r\nHost: y\r\n" },
        { "another version", "GET / HTTP/9.9\r\nHost: x\r\n" },
        { "a header without a colon", "GET / HTTP/1.1\r\nHost: x\r\nnonsense\r\n" },
        { "a header with a space before its colon", "GET / HTTP/1.1\r\nHost: x\r\nX-A : b\r\n" },
        { "a header with a null", "GET / HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n" },
        { "two lengths that differ", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5\r\nContent-Length: 6\r\n" },
        { "a negative length", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: -1\r\n" },
        { "a length beyond all numbers", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999999999999\r\n" },
        { "an unknown transfer coding", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: nonsense\r\n" },
        { "a content type that is none", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: ;;;=\r\nContent-Length: #\r\n\r\n{}" },
        { "a content type twice", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Type: text/plain\r\nContent-Length: #\r\n\r\n{}" },
        { "a charset that nobody knows", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json; charset=klingon\r\nContent-Length: #\r\n\r\n{}" },
        { "a body of bytes that are no text", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: #\r\n\r\n\u00ff\u00fe\u00fd\u00fc" },
        { "a chunk size that is no number", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n" },
        { "a form without its boundary", "POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data\r\nContent-Length: #\r\n\r\nhello" },
        { "a form with an empty boundary", "POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=\r\nContent-Length: #\r\n\r\nhello" },
        { "a form whose boundary never comes", "POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: #\r\n\r\nhello" },
        { "a form that ends within a part", "POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: #\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n12" },
        { "a part without a name", "POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: #\r\n\r\n--b\r\nX-Nothing: 1\r\n\r\n1\r\n--b--" },
        { "a form of escapes that are no text", "POST /form/fields HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: #\r\n\r\n%ZZ=%E&&&=&%00=" },
        { "a number out of range in the path", "GET /routing/a/99999999999999999999 HTTP/1.1\r\nHost: x\r\n" },
        { "ten thousand keys", $"GET /query/int?{string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"k{i}=v"))} HTTP/1.1\r\nHost: x\r\n" },
        { "a header twice where one is asked for", "GET /sources/header HTTP/1.1\r\nHost: x\r\nX-Trace: t\r\nX-Count: 1\r\nX-Count: 2\r\n" },
        { "a form of ten thousand fields", $"POST /form/fields HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: #\r\n\r\n{string.Join('&', Enumerable.Range(0, 10_000).Select(i => $"k{i}=v"))}" },
        { "a form of a key of a million letters", $"POST /form/fields HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: #\r\n\r\n{new string('k', 1_000_000)}=v" },
        { "a part whose headers have no end", $"POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: #\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\nX: {new string('x', 1_000_000)}\r\n\r\n1\r\n--b--\r\n" },
        { "two thousand parts", $"POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: #\r\n\r\n{string.Concat(Enumerable.Range(0, 2000).Select(i => $"--b\r\nContent-Disposition: form-data; name=\"p{i}\"\r\n\r\n1\r\n"))}--b--\r\n" },
        { "a length beside chunks", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n" },
        { "JSON in another encoding", "POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json; charset=utf-16\r\nContent-Length: #\r\n\r\n\u00ff\u00fe{\0}\0" },
        { "cookies that are none", "GET /sources/cookie HTTP/1.1\r\nHost: x\r\nCookie: ;;;=;n=\"; =x; n=x\r\n" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Bad_input_is_a_4xx_or_a_closed_connection(string what, string request)
    {
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync(Complete(request));
        IsRefused(what, await connection.ReadToEndAsync());
        await IsStillServing();
    }

    [Theory]
    [InlineData("%E")]
    [InlineData("%ZZ")]
    [InlineData("%FF%FE")]
    [InlineData("%C0%AF")]
    public async Task An_escape_that_is_no_character_stays_the_text_that_it_is(string text)
    {
        // As Kestrel decodes paths: never a slash that was smuggled in, and what other frameworks on it see too.
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync($"GET /routing/@class/{text} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n" + text, answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("path")]
    [InlineData("query")]
    [InlineData("header")]
    [InlineData("headers")]
    [InlineData("cookie")]
    public async Task Absurd_lengths_are_refused(string where)
    {
        var text = new string('a', 1_000_000);
        var request = where switch
        {
            "path" => $"GET /routing/@class/{text} HTTP/1.1\r\nHost: x\r\n\r\n",
            "query" => $"GET /query/text?value={text} HTTP/1.1\r\nHost: x\r\n\r\n",
            "header" => $"GET /sources/header HTTP/1.1\r\nHost: x\r\nX-Trace: {text}\r\n\r\n",
            "headers" => $"GET /sources/header HTTP/1.1\r\nHost: x\r\n{string.Concat(Enumerable.Range(0, 5000).Select(i => $"X-{i}: y\r\n"))}\r\n",
            _ => $"GET /sources/cookie HTTP/1.1\r\nHost: x\r\nCookie: theme={text}\r\n\r\n",
        };
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        try
        {
            await connection.SendAsync(request);
        }
        catch (IOException)
        {
            // Refused before all was sent.
        }

        IsRefused(where, await connection.ReadToEndAsync());
        await IsStillServing();
    }

    [Fact]
    public async Task Hundreds_of_values_of_one_parameter_are_bound_or_refused()
    {
        var many = string.Join('&', Enumerable.Range(0, 500).Select(i => $"value={i}"));
        var reply = await GetAsync("/query/ints?" + many);
        reply.Is(200, "[" + string.Join(',', Enumerable.Range(0, 500)) + "]");
        (await GetAsync("/query/int?" + many)).IsProblem(400, "value");
    }

    [Theory]
    [InlineData("POST /sources/body HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":")]
    [InlineData("POST /sources/stream HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc")]
    [InlineData("POST /sources/pipe HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc")]
    [InlineData("POST /form/fields HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=")]
    [InlineData("POST /form/file HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n12")]
    [InlineData("GET /results/endless HTTP/1.1\r\nHost: x\r\n\r\n")]
    [InlineData("GET /routing/verbs HTTP/1.1\r\nHo")]
    public async Task A_client_that_vanishes_harms_nobody(string beginning)
    {
        for (var i = 0; i < 5; i++)
        {
            await using var connection = await RawConnection.OpenAsync(BaseAddress);
            await connection.SendAsync(beginning);

            // The server has the request in hand when it answers another one that came after it.
            await IsStillServing();
            connection.Vanish();
        }

        await IsStillServing();
    }

    [Theory]
    [InlineData("POST /sources/body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{\"name\":")]
    [InlineData("POST /form/fields HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100\r\n\r\nname=")]
    [InlineData("POST /sources/stream HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 100\r\n\r\nabc")]
    [InlineData("POST /sources/pipe HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n10\r\nabc")]
    [InlineData("POST /sources/body HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n")]
    [InlineData("POST /form/file HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: 1000\r\n\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n12")]
    [InlineData("POST /form/all HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n3\r\n--b\r\n")]
    public async Task A_body_that_ends_too_early_is_refused(string request)
    {
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync(request);
        connection.EndSending();
        IsRefused("a truncated body", await connection.ReadToEndAsync());
        await IsStillServing();
    }

    [Theory]
    [InlineData("{")]
    [InlineData("}")]
    [InlineData("[")]
    [InlineData("\"")]
    [InlineData("{\"name\":\"\\ud800\",\"age\":1}")]
    [InlineData("{\"name\":\"a\",\"age\":1e999}")]
    [InlineData("{\"name\":\"a\",\"age\":\"1\"}x")]
    [InlineData("{\"name\":\"a\",\"age\":1,}")]
    [InlineData("{\"name\":{\"a\":1},\"age\":1}")]
    [InlineData("{\"name\":\"a\",\"age\":1,\"tags\":[1]}")]
    [InlineData("{\"name\":\"a\",\"age\":1,\"tags\":{}}")]
    [InlineData("{\"name\":\"a\",\"age\":1,\"address\":[]}")]
    [InlineData("// comment\n{}")]
    public async Task JSON_that_does_not_fit_is_400(string json) => (await PostJsonAsync("/sources/body", json)).IsProblem(400);

    [Theory]
    [InlineData('[')]
    [InlineData('{')]
    public async Task JSON_nested_without_end_is_400(char bracket)
    {
        var nested = string.Concat(Enumerable.Repeat(bracket == '[' ? "[" : "{\"a\":", 50_000));
        (await PostJsonAsync("/sources/body", "{\"x\":" + nested)).IsProblem(400);
        (await PostJsonAsync("/sources/bodies", nested)).IsProblem(400);
    }

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var seed = Seed.Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed: {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        for (var i = 0; i < 50; i++)
        {
            var bytes = new byte[random.Next(1, 500)];
            random.NextBytes(bytes);
            await using var connection = await RawConnection.OpenAsync(BaseAddress);
            await connection.SendAsync([.. bytes, .. "\r\n\r\n"u8]);
            connection.EndSending();
            IsRefused($"seed {seed}, round {i}", await connection.ReadToEndAsync());
        }

        await IsStillServing();
    }

    [Fact]
    public async Task Random_bytes_in_a_body_are_refused()
    {
        var seed = Seed.Value;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed: {seed.ToString(CultureInfo.InvariantCulture)}");
        var random = new Random(seed);
        var valid = Encoding.UTF8.GetBytes("""{"name":"Ann","age":30,"address":{"street":"S","zip":"12345"},"tags":["a","b"]}""");
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])valid.Clone();
            for (var changes = random.Next(1, 4); changes > 0; changes--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            using var content = new ByteArrayContent(bytes);
            content.Headers.ContentType = new("application/json");
            var reply = await SendAsync(HttpMethod.Post, "/sources/body", content);
            Assert.True(reply.Status is 200 or 400, $"seed {seed}, round {i}: {reply.Status} {reply.Body}");
        }
    }

    // Asks the server to close when it has answered, ends the headers, and counts the body where the length is "#".
    private static string Complete(string request)
    {
        var at = request.IndexOf("\r\nHost: x", StringComparison.Ordinal);
        var closing = at < 0 ? request : request.Insert(at, "\r\nConnection: close");
        var body = closing.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return body < 0
            ? closing + "\r\n"
            : closing.Replace("Content-Length: #", $"Content-Length: {(closing.Length - body - 4).ToString(CultureInfo.InvariantCulture)}", StringComparison.Ordinal);
    }

    private static void IsRefused(string what, string answer)
    {
        if (answer.Length > 0)
        {
            Assert.True(answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal) || answer.StartsWith("HTTP/1.1 505", StringComparison.Ordinal), $"{what}: {answer}");
        }
    }

    [Theory]
    [InlineData("GET http://x/routing/verbs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200", "get")]
    [InlineData("GET /routing/verbs HTTP/1.0\r\n\r\n", "HTTP/1.1 200", "get")]
    [InlineData("GET //routing/verbs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 404", "}")]
    [InlineData("GET /routing/./x/../verbs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 200", "get")]
    [InlineData("OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 404", "}")]
    [InlineData("BREW /routing/verbs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n", "HTTP/1.1 405", "}")]
    [InlineData("GET /results/file HTTP/1.1\r\nHost: x\r\nConnection: close\r\nRange: bytes=9-1,,-\r\nIf-None-Match: \"\r\nIf-Modified-Since: never\r\n\r\n", "HTTP/1.1 200", "content")]
    public async Task What_is_unusual_and_allowed_is_answered(string request, string start, string end)
    {
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync(request);
        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith(start, answer, StringComparison.Ordinal);
        Assert.EndsWith(end, answer.TrimEnd('\r', '\n', '0'), StringComparison.Ordinal);
    }

    private async Task IsStillServing()
    {
        await using var connection = await RawConnection.OpenAsync(BaseAddress);
        await connection.SendAsync("GET /routing/verbs HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        var answer = await connection.ReadToEndAsync();
        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.EndsWith("get", answer, StringComparison.Ordinal);
    }
}
