using System.Globalization;
using System.Net;
using System.Text;

namespace Covet.Json.Tests.Streams;

/// <summary>Long bodies and responses are never in memory as a whole: what client and server allocate together stays far below their size.</summary>
[Collection(nameof(StreamTests))]
[CollectionDefinition(nameof(StreamTests), DisableParallelization = true)]
public sealed class StreamTests
{
    private const int Items = 64 * 1024;
    private const long Bound = 24L * 1024 * 1024;

    // A kilobyte of which four bytes are kept.
    private static readonly string Item = "{\"pad\":\"" + new string('p', 1000) + "\",\"number\":3}";

    [Theory]
    [InlineData("/rows/array", 3 * Items)]
    [InlineData("/rows/list", 3 * Items)]
    [InlineData("/rows/immutable", 3 * Items)]
    [InlineData("/rows/tree", 3 * Items)]
    [InlineData("/rows/queue", 3 * Items)]
    [InlineData("/rows/collection", 3 * Items)]
    [InlineData("/rows/set", 3)]
    [InlineData("/rows/stream", 3 * Items)]
    public async Task A_long_array_is_read_without_its_text_in_memory(string path, int sum)
    {
        await using var server = await RowServer.StartAsync();
        using var warm = await server.Client.PostAsync(path, new StringContent("[{\"number\":1}]", Encoding.UTF8, "application/json"));
        Assert.Equal("1", await warm.Content.ReadAsStringAsync());

        using var body = new RepeatedContent(Item, Items);
        Assert.InRange(body.Size, 2 * Bound, long.MaxValue);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var answer = await server.Client.PostAsync(path, body);
        Assert.Equal(sum.ToString(CultureInfo.InvariantCulture), await answer.Content.ReadAsStringAsync());
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Bound);
    }

    [Fact]
    public async Task A_long_response_leaves_while_it_is_written()
    {
        await using var server = await RowServer.StartAsync();
        using var answer = await server.Client.GetAsync("/rows/gated/200000", HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(answer.Content.Headers.ContentLength);
        using var body = await answer.Content.ReadAsStreamAsync();
        Assert.Equal('[', body.ReadByte());

        // The writer is still at its last item, for which it waits until here.
        _ = RowHandler.Gate.Release();
        using var text = new StreamReader(body);
        Assert.EndsWith(",{\"number\":199999},{\"number\":-1}]", await text.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_stream_is_never_in_memory_as_a_whole()
    {
        await using var server = await RowServer.StartAsync();
        using (await server.Client.GetAsync("/rows/async/10"))
        {
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        using var answer = await server.Client.GetAsync("/rows/async/65536", HttpCompletionOption.ResponseHeadersRead);
        Assert.Null(answer.Content.Headers.ContentLength);
        var size = 0L;
        using (var body = await answer.Content.ReadAsStreamAsync())
        {
            var buffer = new byte[16 * 1024];
            for (int read; (read = await body.ReadAsync(buffer)) > 0;)
            {
                size += read;
            }
        }

        Assert.InRange(size, 2 * Bound, long.MaxValue);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Bound);
    }

    [Fact]
    public async Task A_small_response_carries_its_length()
    {
        await using var server = await RowServer.StartAsync();
        using var answer = await server.Client.GetAsync("/rows/2", HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal("[{\"number\":0},{\"number\":1}]".Length, answer.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task A_stream_of_a_request_becomes_the_stream_of_its_response()
    {
        await using var server = await RowServer.StartAsync();
        using var body = new RepeatedContent("{\"number\":7}", 20_000);
        using var answer = await server.Client.PostAsync("/rows/echo", body);
        Assert.Equal("[" + string.Join(',', Enumerable.Repeat("{\"number\":7}", 20_000)) + "]", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_stream_of_texts_that_may_be_null_takes_null_and_gives_it()
    {
        await using var server = await RowServer.StartAsync();
        const string Json = "[\"a\",null,\"b\"]";
        using var answer = await server.Client.PostAsync("/rows/texts", new StringContent(Json, Encoding.UTF8, "application/json"));
        Assert.Equal(Json, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_stream_of_texts_that_may_not_be_null_refuses_it()
    {
        await using var server = await RowServer.StartAsync();
        using var answer = await server.Client.PostAsync("/rows/words", new StringContent("[\"a\",null]", Encoding.UTF8, "application/json"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("[1]", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("array")]
    [InlineData("set")]
    [InlineData("immutable")]
    public async Task The_place_of_an_error_in_a_long_array_is_that_in_the_whole_body(string kind)
    {
        await using var server = await RowServer.StartAsync();
        var good = string.Join(",\n", Enumerable.Repeat(Item, 1000));
        using var answer = await server.Client.PostAsync("/rows/" + kind, new StringContent("[" + good + ",\n{\"number\":\"x\"}]", Encoding.UTF8, "application/json"));
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Equal(400, (int)answer.StatusCode);
        Assert.Contains("[1000].number", text, StringComparison.Ordinal);
        Assert.Contains("Line 1001, byte 11.", text, StringComparison.Ordinal);
    }
}
