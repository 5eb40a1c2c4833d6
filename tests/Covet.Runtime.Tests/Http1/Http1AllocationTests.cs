using System.Text;

namespace Covet.Runtime.Tests.Http1;

public sealed class Http1AllocationTests
{
    private const string Request = "GET /items/7?full=true HTTP/1.1\r\nHost: a\r\nAccept: */*\r\nUser-Agent: test\r\n\r\n";
    private const int Batch = 16;
    private const int Batches = 200;

    /// <summary>
    /// What one request of a batch allocates between two calls of the application on the same thread, hosting included. The least of
    /// many, as other connections may share the thread.
    /// </summary>
    private static async Task<long> LeastAsync(string http1)
    {
        var least = long.MaxValue;
        var last = (Thread: 0, Bytes: 0L);
        await using var host = await DifferentialHost.StartAsync(http1, context =>
        {
            var bytes = GC.GetAllocatedBytesForCurrentThread();
            if (last.Thread == Environment.CurrentManagedThreadId)
            {
                least = Math.Min(least, bytes - last.Bytes);
            }

            last = (Environment.CurrentManagedThreadId, bytes);
            context.Response.ContentLength = 2;
            "ok"u8.CopyTo(context.Response.BodyWriter.GetSpan(2));
            context.Response.BodyWriter.Advance(2);
            return Task.CompletedTask;
        });
        using var socket = await host.ConnectAsync();
        var batch = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(Request, Batch)));
        var buffer = new byte[64 * 1024];
        for (var i = 0; i < Batches; i++)
        {
            await socket.SendAsync(batch);
            for (var length = 0; buffer.AsSpan(0, length).Count("\r\n\r\nok"u8) < Batch;)
            {
                var count = await socket.ReceiveAsync(buffer.AsMemory(length));
                Assert.NotEqual(0, count);
                length += count;
            }
        }

        return least;
    }

    [Fact]
    public async Task A_request_allocates_no_more_than_over_Kestrel()
    {
        var (covet, kestrel) = (await LeastAsync("Covet"), await LeastAsync("Kestrel"));
        TestContext.Current.TestOutputHelper?.WriteLine($"bytes a request: {covet} over Covet's HTTP/1.1, {kestrel} over Kestrel's");
        Assert.InRange(covet, 0, kestrel);
    }
}
