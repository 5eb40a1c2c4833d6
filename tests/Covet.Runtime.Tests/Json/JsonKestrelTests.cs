using System.Globalization;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Covet.Runtime.Tests.Json;

public sealed class JsonKestrelTests
{
    private const string Head = " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    private const string Json = "Content-Type: application/json\r\n";

    [Fact]
    public async Task A_small_body_is_read_and_answered_with_its_length()
    {
        await using var host = await JsonHost.StartAsync();
        var response = await host.ExchangeAsync($"POST /echo{Head}{Json}Content-Length: 20\r\n\r\n{{\"x\":1,\"name\":\"abc\"}}");
        Assert.StartsWith("HTTP/1.1 200 OK\r\n", response, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 20\r\n", response, StringComparison.Ordinal);
        Assert.Contains("Content-Type: application/json; charset=utf-8\r\n", response, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"x\":1,\"name\":\"abc\"}", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chunked_body_is_read_in_whatever_pieces_it_comes()
    {
        await using var host = await JsonHost.StartAsync();
        var response = await host.ExchangeAsync($"POST /echo{Head}{Json}Transfer-Encoding: chunked\r\n\r\n", "7\r\n{\"x\":1,", "\r\n", "D\r\n\"name\":\"", "abc\"}\r\n", "0\r\n\r\n");
        Assert.EndsWith("{\"x\":1,\"name\":\"abc\"}", response, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_there_and_back()
    {
        await using var host = await JsonHost.StartAsync();
        var list = Enumerable.Range(0, 40_000).Select(static i => new Point(i, "näme " + i)).ToList();
        using var client = new HttpClient { BaseAddress = new Uri("http://" + host.Address) };
        using var content = new StringContent(JsonSerializer.Serialize(list, JsonSerializerOptions.Web), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/list") { Content = content };
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(response.Content.Headers.ContentLength);
        Assert.Equal(list, JsonSerializer.Deserialize<List<Point>>(await response.Content.ReadAsStringAsync(), JsonSerializerOptions.Web));
    }

    [Theory]
    [InlineData("/echo")]
    [InlineData("/list")]
    [InlineData("/count")]
    public async Task A_body_over_the_limit_is_413_announced_or_not(string path)
    {
        await using var host = await JsonHost.StartAsync(limit: 1000);
        var announced = await host.ExchangeAsync($"POST {path}{Head}{Json}Content-Length: 1001\r\n\r\n[");
        Assert.StartsWith("HTTP/1.1 413 ", announced, StringComparison.Ordinal);
        var chunked = await host.ExchangeAsync($"POST {path}{Head}{Json}Transfer-Encoding: chunked\r\n\r\n7D0\r\n[" + new string(' ', 1999));
        Assert.StartsWith("HTTP/1.1 413 ", chunked, StringComparison.Ordinal);
        Assert.Empty(host.Failures);
    }

    [Theory]
    [InlineData("/echo", "{\"x\":")]
    [InlineData("/list", "[{\"x\":1}")]
    [InlineData("/count", "[{\"x\":1},")]
    public async Task A_client_that_sends_half_a_body_and_leaves_is_no_failure_of_the_server(string path, string half)
    {
        foreach (var reset in new[] { false, true })
        {
            await using var host = await JsonHost.StartAsync();
            using (var client = host.Connect())
            {
                await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"POST {path}{Head}{Json}Content-Length: 200\r\n\r\n{half}"));
                if (reset)
                {
                    client.LingerState = new LingerOption(true, 0);
                }
            }

            var outcome = host.Outcomes.Take();
            Assert.True(outcome is RequestErrorCodes.BadRequest || outcome.StartsWith('4'), outcome);
            Assert.Empty(host.Failures);
        }
    }

    [Fact]
    public async Task A_connection_lives_on_after_a_body_that_was_refused()
    {
        await using var host = await JsonHost.StartAsync();
        const string Keep = " HTTP/1.1\r\nHost: a\r\n";
        var response = await host.ExchangeAsync(
            $"POST /echo{Keep}{Json}Content-Length: 3\r\n\r\n{{!}}",
            $"POST /echo{Keep}Content-Type: text/plain\r\nContent-Length: 3\r\n\r\nabc",
            $"POST /echo{Head}{Json}Content-Length: 7\r\n\r\n{{\"x\":2}}");
        Assert.Equal(["HTTP/1.1 400 Bad Request", "HTTP/1.1 415 Unsupported Media Type", "HTTP/1.1 200 OK"], response.Split("\r\n").Where(static l => l.StartsWith("HTTP/", StringComparison.Ordinal)));
        Assert.EndsWith("{\"x\":2,\"name\":null}", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20_000)]
    public async Task Head_has_the_length_and_no_body(int items)
    {
        await using var host = await JsonHost.StartAsync();
        host.Answer = [.. Enumerable.Range(0, items).Select(static i => new Point(i, null))];
        var response = await host.ExchangeAsync($"HEAD /answer{Head}\r\n");
        Assert.EndsWith("\r\n\r\n", response, StringComparison.Ordinal);
        var length = JsonSerializer.SerializeToUtf8Bytes(host.Answer, JsonSerializerOptions.Web).Length.ToString(CultureInfo.InvariantCulture);
        Assert.Contains($"Content-Length: {length}\r\n", response, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/answer", "written")]
    [InlineData("/stream", "streamed")]
    public async Task A_client_that_leaves_while_it_is_answered_is_no_failure_of_the_server(string path, string outcome)
    {
        await using var host = await JsonHost.StartAsync();
        host.Answer = [.. Enumerable.Range(0, 300_000).Select(static i => new Point(i, "name"))];
        using (var client = host.Connect())
        {
            await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"GET {path}{Head}\r\n"));
            await client.GetStream().ReadExactlyAsync(new byte[50_000]);
            client.LingerState = new LingerOption(true, 0);
        }

        Assert.Equal(outcome, host.Outcomes.Take());
        if (path == "/stream")
        {
            await host.SourceDisposed.Task;
        }

        Assert.Empty(host.Failures);
    }

    [Fact]
    public async Task A_stream_of_items_is_read_as_it_comes()
    {
        await using var host = await JsonHost.StartAsync();
        var response = await host.ExchangeAsync($"POST /count{Head}{Json}Transfer-Encoding: chunked\r\n\r\n", "9\r\n[{\"x\":1},\r\n", "8\r\n{\"x\":2}]\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 200", response, StringComparison.Ordinal);
        Assert.Equal("counted 2", host.Outcomes.Take());
    }
}
