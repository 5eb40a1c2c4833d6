using System.Text.Json;

namespace Covet.Runtime.Tests.Json;

public sealed class JsonResponseTests
{
    [Fact]
    public async Task A_small_body_carries_its_length_and_type()
    {
        var response = new ResponseContext();
        await JsonResponse.WriteAsync<Point, PointCodec>(response.Context, new Point(1, "é"), 201);
        Assert.Equal("{\"x\":1,\"name\":\"\\u00E9\"}", await response.EndAsync());
        Assert.Equal((201, JsonResponse.ContentType, 23L), (response.Context.Response.StatusCode, response.Context.Response.ContentType, response.Context.Response.ContentLength));
    }

    [Fact]
    public async Task Null_is_written_as_null()
    {
        var response = new ResponseContext();
        await JsonResponse.WriteAsync<Point, PointCodec>(response.Context, null!, contentType: "application/x+json");
        Assert.Equal("null", await response.EndAsync());
        Assert.Equal("application/x+json", response.Context.Response.ContentType);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(10_000)]
    public async Task Head_is_answered_with_headers_only(int items)
    {
        var response = new ResponseContext();
        response.Context.Request.Method = "HEAD";
        var list = Points(items);
        await JsonResponse.WriteAsync<List<Point>, PointListCodec>(response.Context, list);
        Assert.Equal("", await response.EndAsync());
        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(list, JsonSerializerOptions.Web).Length, response.Context.Response.ContentLength);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(70_000)]
    [InlineData(1)]
    public async Task A_long_body_leaves_in_parts_without_a_length_however_slow_the_client(long pauseAt)
    {
        var response = new ResponseContext(pauseAt);
        var list = Points(20_000);
        var writing = JsonResponse.WriteAsync<List<Point>, PointListCodec>(response.Context, list);
        Assert.Equal(pauseAt == 0, writing.IsCompleted);
        Assert.Null(response.Context.Response.ContentLength);
        var received = response.ReadToEndAsync();
        await writing;
        await response.Writer.CompleteAsync();
        Assert.Equal(JsonSerializer.Serialize(list, JsonSerializerOptions.Web), await received);
    }

    [Fact]
    public async Task A_client_that_leaves_ends_a_long_body_without_an_exception()
    {
        var response = new ResponseContext(1000);
        var writing = JsonResponse.WriteAsync<List<Point>, PointListCodec>(response.Context, Points(20_000));
        await response.Client.CompleteAsync();
        await writing;

        using var source = new CancellationTokenSource();
        var cancelled = new ResponseContext(1000);
        cancelled.Context.RequestAborted = source.Token;
        var writingToo = JsonResponse.WriteAsync<List<Point>, PointListCodec>(cancelled.Context, Points(20_000));
        await source.CancelAsync();
        await writingToo;
    }

    [Fact]
    public async Task A_value_that_fails_while_it_is_written_sends_nothing()
    {
        var response = new ResponseContext();
        Assert.Throws<InvalidOperationException>(() => { _ = JsonResponse.WriteAsync<Point, FailingCodec>(response.Context, new Point(1, null)); });
        Assert.Equal("", await response.EndAsync());
        var next = new ResponseContext();
        await JsonResponse.WriteAsync<Point, PointCodec>(next.Context, new Point(1, null));
        Assert.Equal("{\"x\":1,\"name\":null}", await next.EndAsync());
    }

    [Fact]
    public async Task Small_responses_allocate_nothing_of_their_own()
    {
        var value = new Point(1, "name");
        var response = new ResponseContext();
        async Task<long> Measure()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 1000; i++)
            {
                var task = JsonResponse.WriteAsync<Point, PointCodec>(response.Context, value);
                Assert.True(task.IsCompletedSuccessfully);
                response.Client.TryRead(out var result);
                response.Client.AdvanceTo(result.Buffer.End);
            }

            var used = GC.GetAllocatedBytesForCurrentThread() - before;
            await Task.CompletedTask;
            return used;
        }

        _ = await Measure();

        // What is left is the text of the Content-Length header, which Kestrel's own headers do not make.
        Assert.InRange((await Measure()) / 1000, 0, 200);
    }

    [Fact]
    public async Task A_stream_sends_items_as_they_come_and_nothing_ahead_of_the_client()
    {
        var gate = new TaskCompletionSource();
        async IAsyncEnumerable<Point> Source()
        {
            yield return new Point(1, null);
            yield return new Point(2, null);
            await gate.Task;
            yield return new Point(3, null);
        }

        var response = new ResponseContext();
        var writing = JsonResponse.WriteStreamAsync<Point, PointCodec>(response.Context, Source(), 202);
        Assert.Equal("[{\"x\":1,\"name\":null},{\"x\":2,\"name\":null}", await response.ReadAsync());
        gate.SetResult();
        await writing;
        Assert.Equal(",{\"x\":3,\"name\":null}]", await response.EndAsync());
        Assert.Equal(202, response.Context.Response.StatusCode);
    }

    [Fact]
    public async Task An_empty_stream_is_an_empty_array()
    {
        var response = new ResponseContext();
        await JsonResponse.WriteStreamAsync<Point, PointCodec>(response.Context, AsyncEnumerable.Empty<Point>());
        Assert.Equal("[]", await response.EndAsync());
        Assert.Equal(2, response.Context.Response.ContentLength);
    }

    [Fact]
    public async Task A_slow_client_holds_the_source_back()
    {
        var made = 0;
        var disposed = new TaskCompletionSource();
        async IAsyncEnumerable<Point> Source()
        {
            try
            {
                while (true)
                {
                    made++;
                    yield return new Point(made, "some name");
                    await Task.Yield();
                }
            }
            finally
            {
                disposed.SetResult();
            }
        }

        var response = new ResponseContext(pauseAt: 10_000);
        var writing = JsonResponse.WriteStreamAsync<Point, PointCodec>(response.Context, Source());
        _ = await response.Client.ReadAtLeastAsync(9_000);
        Assert.InRange(made, 1, 3_000);
        response.Client.CancelPendingRead();
        await response.Client.CompleteAsync();
        await writing;
        await disposed.Task;
    }

    [Fact]
    public async Task A_request_that_is_aborted_stops_the_source_and_disposes_it()
    {
        using var source = new CancellationTokenSource();
        var response = new ResponseContext();
        response.Context.RequestAborted = source.Token;
        var disposed = false;
        async IAsyncEnumerable<Point> Source([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
        {
            try
            {
                yield return new Point(1, null);
                await Task.Delay(Timeout.Infinite, cancellation);
            }
            finally
            {
                disposed = true;
            }
        }

        var writing = JsonResponse.WriteStreamAsync<Point, PointCodec>(response.Context, Source());
        await source.CancelAsync();
        await writing;
        Assert.True(disposed);
    }

    [Fact]
    public async Task A_source_that_fails_is_disposed_and_its_exception_seen()
    {
        static async IAsyncEnumerable<Point> Source()
        {
            yield return new Point(1, null);
            await Task.Yield();
            throw new InvalidOperationException("source");
        }

        var response = new ResponseContext();
        await Assert.ThrowsAsync<InvalidOperationException>(() => JsonResponse.WriteStreamAsync<Point, PointCodec>(response.Context, Source()));
    }

    private static List<Point> Points(int count) => [.. Enumerable.Range(0, count).Select(static i => new Point(i, "name " + i))];

    private readonly struct FailingCodec : IJsonCodec<Point>
    {
        public static void Write(ref JsonWriter writer, Point value)
        {
            writer.WriteRaw("{\"x\":"u8);
            throw new InvalidOperationException("value");
        }

        public static Point? Read(ref JsonReader reader) => null;
    }
}
