using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Text;
using Covet.Runtime.Tests.Errors;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests;

public sealed class TransportTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Random_bytes_in_random_pieces_arrive_in_order_both_ways()
    {
        var seed = Seed.Value;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        for (var round = 0; round < 20; round++)
        {
            var random = new Random(seed + round);
            var up = new byte[random.Next(1, 600_000)];
            var down = new byte[random.Next(1, 600_000)];
            random.NextBytes(up);
            random.NextBytes(down);
            await using var pair = await TransportPair.ConnectAsync();
            var sending = SendPiecesAsync(pair.Client, up, new Random(seed + round));
            var reading = ReadPiecesAsync(pair.Server.Transport.Input, new Random(seed - round));
            var writing = WritePiecesAsync(pair.Server.Transport.Output, down, new Random(seed + round));
            var receiving = ReceiveAsync(pair.Client, down.Length);
            await Task.WhenAll(sending, reading, writing, receiving).WaitAsync(Soon);
            Assert.True((await reading).AsSpan().SequenceEqual(up), $"round {round}: what the client sent is not what was read");
            Assert.True((await receiving).AsSpan().SequenceEqual(down), $"round {round}: what was written is not what the client received");
        }
    }

    [Fact]
    public async Task A_client_that_does_not_read_holds_up_its_writer_until_it_reads()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var written = 0L;
        ValueTask<FlushResult> flush;
        do
        {
            pair.Server.Transport.Output.GetMemory(1 << 16).Span[..(1 << 16)].Fill((byte)written);
            pair.Server.Transport.Output.Advance(1 << 16);
            written += 1 << 16;
            flush = pair.Server.Transport.Output.FlushAsync();
        }
        while (flush.IsCompleted && written < 1L << 30);

        Assert.False(flush.IsCompleted, "a gigabyte went to a client that does not read");
        var received = await ReceiveAsync(pair.Client, (int)written).WaitAsync(Soon);
        Assert.False((await flush).IsCompleted);
        Assert.Equal((int)written, received.Length);
    }

    [Fact]
    public async Task The_end_of_the_clients_stream_comes_with_or_after_its_last_bytes()
    {
        await using var pair = await TransportPair.ConnectAsync();
        await pair.Client.SendAsync("last"u8.ToArray());
        pair.Client.Shutdown(SocketShutdown.Send);
        var read = await ReadPiecesAsync(pair.Server.Transport.Input, new Random(1)).WaitAsync(Soon);
        Assert.Equal("last", Encoding.ASCII.GetString(read));
        await Canceled(pair.Server.ConnectionClosed);
    }

    [Fact]
    public async Task A_client_that_goes_while_nobody_reads_is_told_to_the_application()
    {
        await using var pair = await TransportPair.ConnectAsync();
        pair.Client.Dispose();
        await Canceled(pair.Server.ConnectionClosed);
    }

    [Fact]
    public async Task A_client_that_resets_the_connection_is_an_exception_to_the_reader_and_an_end_to_the_writer()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var read = pair.Server.Transport.Input.ReadAsync();
        pair.Client.Close(timeout: 0);
        await Assert.ThrowsAsync<ConnectionResetException>(() => read.AsTask().WaitAsync(Soon));
        FlushResult flush;
        do
        {
            pair.Server.Transport.Output.Write("x"u8);
            flush = await pair.Server.Transport.Output.FlushAsync();
        }
        while (!flush.IsCompleted);
        await Canceled(pair.Server.ConnectionClosed);
    }

    [Fact]
    public async Task An_abort_resets_the_connection_and_ends_what_waits()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var read = pair.Server.Transport.Input.ReadAsync();
        var reason = new ConnectionAbortedException("enough");
        pair.Server.Abort(reason);
        Assert.Same(reason, await Assert.ThrowsAsync<ConnectionAbortedException>(() => read.AsTask().WaitAsync(Soon)));
        var received = await Assert.ThrowsAsync<SocketException>(() => pair.Client.ReceiveAsync(new byte[1]).WaitAsync(Soon));
        Assert.Equal(SocketError.ConnectionReset, received.SocketErrorCode);
        pair.Server.Transport.Output.Write("x"u8);
        Assert.True((await pair.Server.Transport.Output.FlushAsync()).IsCompleted);
    }

    [Fact]
    public async Task What_was_written_and_not_flushed_is_sent_when_the_connection_is_disposed()
    {
        await using var pair = await TransportPair.ConnectAsync();
        pair.Server.Transport.Output.Write("bye"u8);
        await pair.Server.Transport.Output.CompleteAsync();
        await pair.Server.DisposeAsync();
        Assert.Equal("bye", Encoding.ASCII.GetString(await ReceiveAsync(pair.Client, 3).WaitAsync(Soon)));
        Assert.Equal(0, await pair.Client.ReceiveAsync(new byte[1]).WaitAsync(Soon));
    }

    [Fact]
    public async Task An_answer_reaches_a_client_whose_bytes_nobody_read()
    {
        await using var pair = await TransportPair.ConnectAsync();
        await pair.Client.SendAsync(new byte[200_000]);
        await ReadSomeAsync(pair.Server.Transport.Input);
        pair.Server.Transport.Output.Write("no"u8);
        await pair.Server.DisposeAsync();
        Assert.Equal("no", Encoding.ASCII.GetString(await ReceiveAsync(pair.Client, 2).WaitAsync(Soon)));
    }

    [Fact]
    public async Task A_cancelled_read_says_so_once_and_loses_nothing()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var input = pair.Server.Transport.Input;
        var read = input.ReadAsync();
        input.CancelPendingRead();
        Assert.True((await read.AsTask().WaitAsync(Soon)).IsCanceled);
        input.CancelPendingRead();
        Assert.True((await input.ReadAsync()).IsCanceled);

        using (var source = new CancellationTokenSource())
        {
            var second = input.ReadAsync(source.Token);
            await source.CancelAsync();
            await Assert.ThrowsAsync<OperationCanceledException>(() => second.AsTask().WaitAsync(Soon));
        }

        var third = input.ReadAsync();
        await pair.Client.SendAsync("abc"u8.ToArray());
        var result = await third.AsTask().WaitAsync(Soon);
        Assert.False(result.IsCanceled);
        Assert.Equal("abc", Encoding.ASCII.GetString(result.Buffer));
    }

    [Fact]
    public async Task A_cancelled_flush_says_so_and_the_next_one_sends_on()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var output = pair.Server.Transport.Output;
        var written = 0;
        ValueTask<FlushResult> flush;
        do
        {
            output.Write(new byte[1 << 16]);
            written += 1 << 16;
            flush = output.FlushAsync();
        }
        while (flush.IsCompleted);

        output.CancelPendingFlush();
        Assert.True((await flush.AsTask().WaitAsync(Soon)).IsCanceled);
        var next = output.FlushAsync();
        Assert.Equal(written, (await ReceiveAsync(pair.Client, written).WaitAsync(Soon)).Length);
        Assert.False((await next.AsTask().WaitAsync(Soon)).IsCanceled);
    }

    [Fact]
    public async Task A_flush_that_is_cancelled_early_still_sends()
    {
        await using var pair = await TransportPair.ConnectAsync();
        pair.Server.Transport.Output.CancelPendingFlush();
        pair.Server.Transport.Output.Write("abc"u8);
        Assert.True((await pair.Server.Transport.Output.FlushAsync()).IsCanceled);
        Assert.Equal("abc", Encoding.ASCII.GetString(await ReceiveAsync(pair.Client, 3).WaitAsync(Soon)));
    }

    [Fact]
    public async Task A_connection_whose_flush_nobody_awaited_is_released_all_the_same()
    {
        await using var pair = await TransportPair.ConnectAsync();
        Task<FlushResult> flush;
        do
        {
            pair.Server.Transport.Output.Write(new byte[1 << 16]);
            flush = pair.Server.Transport.Output.FlushAsync().AsTask();
        }
        while (flush.IsCompleted);

        pair.Server.Transport.Output.Write("x"u8);
        await pair.Server.DisposeAsync().AsTask().WaitAsync(Soon);
        Assert.True((await flush.WaitAsync(Soon)).IsCompleted);
        Assert.True(pair.Server.Features.Get<Microsoft.AspNetCore.Connections.Features.IConnectionSocketFeature>()!.Socket.SafeHandle.IsClosed);
    }

    [Fact]
    public async Task What_is_written_after_the_client_has_gone_is_not_kept()
    {
        await using var pair = await TransportPair.ConnectAsync();
        pair.Client.LingerState = new LingerOption(true, 0);
        pair.Client.Dispose();
        var output = pair.Server.Transport.Output;
        var bytes = new byte[1 << 20];
        while (!(await output.WriteAsync(bytes).AsTask().WaitAsync(Soon)).IsCompleted)
        {
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 64; i++)
        {
            // Without a wait, so that all of it is on this thread.
            var write = output.WriteAsync(bytes).AsTask();
            Assert.True(write.IsCompletedSuccessfully);
        }

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public async Task A_callback_that_fails_when_the_client_goes_ends_nothing_else()
    {
        using var lines = new LogLines();
        using var loggers = LoggerFactory.Create(logging => logging.AddProvider(lines));
        await using var pair = await TransportPair.ConnectAsync(loggers);
        await using var registration = pair.Server.ConnectionClosed.Register(() => throw new InvalidOperationException("of the application"));
        pair.Client.Dispose();
        var line = await lines.WaitAsync(static line => line.Category == "Covet.Transport").WaitAsync(Soon);
        Assert.Equal(LogLevel.Error, line.Level);
        Assert.Contains(pair.Server.ConnectionId, line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reads_at_once_are_refused()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var first = pair.Server.Transport.Input.ReadAsync().AsTask();
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await pair.Server.Transport.Input.ReadAsync());
        Assert.False(first.IsCompleted);
    }

    [Fact]
    public async Task Code_that_blocks_does_not_hold_up_other_connections()
    {
        const int Blocked = 24;
        await using var listener = await TransportPair.ListenAsync();
        using var gate = new ManualResetEventSlim();
        using var blocked = new CountdownEvent(Blocked);
        var running = new List<Task>();
        var clients = new List<Socket>();
        for (var i = 0; i < Blocked; i++)
        {
            var (server, client) = await TransportPair.ConnectAsync(listener);
            clients.Add(client);
            running.Add(ServeAsync(server, () =>
            {
                blocked.Signal();
                Assert.True(gate.Wait(Soon));
            }));
            await client.SendAsync("x"u8.ToArray());
        }

        // Every one of them stands in blocking code now, on more threads than there are loops; one more connection opens the gate.
        Assert.True(await Task.Run(() => blocked.Wait(Soon)));
        var (last, opener) = await TransportPair.ConnectAsync(listener);
        running.Add(ServeAsync(last, gate.Set));
        await opener.SendAsync("x"u8.ToArray());
        await Task.WhenAll(running).WaitAsync(Soon);
        clients.ForEach(client => client.Dispose());
        opener.Dispose();

        static async Task ServeAsync(ConnectionContext server, Action action)
        {
            await ReadSomeAsync(server.Transport.Input);
            action();
            await server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Code_that_blocks_again_and_again_moves_to_the_pool()
    {
        // A thread that blocks for a moment, event for event, is never held up long enough to be replaced: the loop must notice.
        await using var pair = await TransportPair.ConnectAsync();
        using var moment = new ManualResetEventSlim();
        var serving = Task.Run(async () =>
        {
            while (true)
            {
                await ReadSomeAsync(pair.Server.Transport.Input);
                var pooled = Thread.CurrentThread.IsThreadPoolThread;
                moment.Wait(TimeSpan.FromMilliseconds(2));
                await pair.Server.Transport.Output.WriteAsync(pooled ? "p"u8.ToArray() : "l"u8.ToArray());
                if (pooled)
                {
                    return;
                }
            }
        });
        var answer = new byte[1];
        do
        {
            await pair.Client.SendAsync("x"u8.ToArray());
            Assert.Equal(1, await pair.Client.ReceiveAsync(answer).WaitAsync(Soon));
        }
        while (answer[0] == 'l');
        await serving.WaitAsync(Soon);
    }

    [Fact]
    public async Task An_answer_does_not_wait_for_the_next_request_of_a_pipeline()
    {
        await using var pair = await TransportPair.ConnectAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var serving = ServeAsync();
        await pair.Client.SendAsync("aaw"u8.ToArray());

        // The third request waits, with the answers to the first two deferred until the turn of the reader ends.
        Assert.Equal("AA", Encoding.ASCII.GetString(await ReceiveAsync(pair.Client, 2).WaitAsync(Soon)));
        gate.SetResult();
        Assert.Equal("W", Encoding.ASCII.GetString(await ReceiveAsync(pair.Client, 1).WaitAsync(Soon)));
        pair.Client.Shutdown(SocketShutdown.Send);
        await serving.WaitAsync(Soon);

        async Task ServeAsync()
        {
            var input = pair.Server.Transport.Input;
            while (await input.ReadAsync() is { Buffer: { IsEmpty: false } buffer })
            {
                var request = buffer.FirstSpan[0];
                input.AdvanceTo(buffer.GetPosition(1));
                if (request == (byte)'w')
                {
                    await gate.Task;
                }

                pair.Server.Transport.Output.GetSpan()[0] = (byte)(request - 32);
                pair.Server.Transport.Output.Advance(1);
                await pair.Server.Transport.Output.FlushAsync();
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_last_answer_is_sent_where_the_turn_ends_with_the_connection(bool abort)
    {
        await using var pair = await TransportPair.ConnectAsync();
        var serving = ServeAsync();
        await pair.Client.SendAsync("and more"u8.ToArray());
        Assert.Equal("408", Encoding.ASCII.GetString(await ReceiveAsync(pair.Client, 3).WaitAsync(Soon)));
        await serving.WaitAsync(Soon);

        // The rest of what the client sent is here and nobody wants it.
        async Task ServeAsync()
        {
            var result = await pair.Server.Transport.Input.ReadAsync();
            pair.Server.Transport.Input.AdvanceTo(result.Buffer.GetPosition(1));
            pair.Server.Transport.Output.Write("408"u8);
            await pair.Server.Transport.Output.FlushAsync();
            if (abort)
            {
                pair.Server.Abort(new ConnectionAbortedException("too slow"));
            }

            await pair.Server.DisposeAsync();
        }
    }

    [Fact]
    public async Task Accepting_ends_when_the_listener_is_unbound()
    {
        var listener = await TransportPair.ListenAsync();
        var accept = listener.AcceptAsync();
        await listener.UnbindAsync();
        Assert.Null(await accept.AsTask().WaitAsync(Soon));
        await listener.DisposeAsync();
    }

    [Fact]
    public async Task An_address_that_is_taken_is_refused()
    {
        await using var listener = await TransportPair.ListenAsync();
        await Assert.ThrowsAsync<AddressInUseException>(() => TransportPair.Transport().BindAsync(listener.EndPoint).AsTask());
    }

    private static async Task SendPiecesAsync(Socket client, byte[] bytes, Random random)
    {
        for (var sent = 0; sent < bytes.Length;)
        {
            sent += await client.SendAsync(bytes.AsMemory(sent, Math.Min(random.Next(1, 40_000), bytes.Length - sent)));
        }

        client.Shutdown(SocketShutdown.Send);
    }

    private static async Task<byte[]> ReceiveAsync(Socket client, int length)
    {
        var bytes = new byte[length];
        for (var received = 0; received < length;)
        {
            var count = await client.ReceiveAsync(bytes.AsMemory(received));
            if (count == 0)
            {
                return bytes[..received];
            }

            received += count;
        }

        return bytes;
    }

    private static async Task ReadSomeAsync(PipeReader input)
    {
        var result = await input.ReadAsync();
        input.AdvanceTo(result.Buffer.End);
    }

    // Consumes a random part of what is there and examines a random part of the rest, as parsers do.
    private static async Task<byte[]> ReadPiecesAsync(PipeReader input, Random random)
    {
        using var all = new MemoryStream();
        while (true)
        {
            var result = await input.ReadAsync();
            var consumed = result.IsCompleted ? result.Buffer.Length : random.NextInt64(result.Buffer.Length + 1);
            all.Write(result.Buffer.Slice(0, consumed).ToArray());
            var examined = consumed + random.NextInt64(result.Buffer.Length - consumed + 1);
            input.AdvanceTo(result.Buffer.GetPosition(consumed), result.Buffer.GetPosition(examined));
            if (result.IsCompleted)
            {
                return all.ToArray();
            }
        }
    }

    private static async Task WritePiecesAsync(PipeWriter output, byte[] bytes, Random random)
    {
        for (var written = 0; written < bytes.Length;)
        {
            var count = Math.Min(random.Next(1, 40_000), bytes.Length - written);
            bytes.AsSpan(written, count).CopyTo(output.GetSpan(count));
            output.Advance(count);
            written += count;
            if (random.Next(3) == 0)
            {
                await output.FlushAsync();
            }
        }

        await output.FlushAsync();
    }

    private static async Task Canceled(CancellationToken token)
    {
        var canceled = new TaskCompletionSource();
        await using (token.Register(canceled.SetResult))
        {
            await canceled.Task.WaitAsync(Soon, CancellationToken.None);
        }
    }
}
