using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading.Channels;
using Covet.Http1;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;

namespace Covet.Runtime.Tests.Http1;

/// <summary>The memory that answers are written into: enough for each, and little of it in a connection that waits.</summary>
public sealed class BodyBufferTests
{
    [Fact]
    public void A_small_answer_takes_little_memory()
    {
        var buffer = new BodyBuffer();
        buffer.GetMemory(13);
        Assert.InRange(buffer.Held, 13, 256);
    }

    [Fact]
    public void A_writer_that_names_no_size_gets_a_page() => Assert.Equal(4096, new BodyBuffer().GetMemory(0).Length);

    [Fact]
    public void What_was_written_stays_as_the_buffer_grows()
    {
        var buffer = new BodyBuffer();
        var expected = new List<byte>();
        var seed = Environment.TickCount;
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        var random = new Random(seed);
        while (expected.Count < 40_000)
        {
            var part = new byte[random.Next(700)];
            random.NextBytes(part);
            part.CopyTo(buffer.GetMemory(part.Length).Span);
            buffer.Advance(part.Length);
            expected.AddRange(part);
        }

        Assert.Equal(expected, buffer.Written.ToArray());
    }

    [Fact]
    public void Memory_that_rests_is_used_for_the_next_answer()
    {
        var buffer = new BodyBuffer();
        var first = buffer.GetMemory(2000);
        buffer.Rest();
        Assert.Equal(first, buffer.GetMemory(1000));
    }

    [Fact]
    public void Memory_that_rests_and_is_too_small_is_replaced()
    {
        var buffer = new BodyBuffer();
        buffer.GetMemory(2000);
        buffer.Rest();
        Assert.InRange(buffer.GetMemory(3000).Length, 3000, 4000);
    }

    [Fact]
    public void What_is_released_while_it_rests_is_held_no_more()
    {
        var buffer = new BodyBuffer();
        buffer.GetMemory(2000);
        buffer.Rest();
        buffer.Release();
        Assert.Equal(0, buffer.Held);
        Assert.InRange(buffer.GetMemory(1000).Length, 1000, 2000);
    }

    [Fact]
    public void What_does_not_rest_cannot_be_released()
    {
        var buffer = new BodyBuffer();
        var memory = buffer.GetMemory(2000);
        "mine"u8.CopyTo(memory.Span);
        buffer.Advance(4);
        buffer.Rest();
        buffer.Release();
        Assert.Equal("mine"u8, buffer.Written);
    }

    [Fact]
    public async Task A_connection_that_stays_idle_gives_up_the_memory_of_its_last_answer()
    {
        var beats = Channel.CreateUnbounded<bool>();
        WeakReference? memory = null;
        await using var host = await DifferentialHost.StartAsync("Covet", context =>
        {
            context.Features.Get<IConnectionHeartbeatFeature>()!.OnHeartbeat(static beats => ((Channel<bool>)beats).Writer.TryWrite(true), beats);
            memory = Write(context, 9000);
            return Task.CompletedTask;
        });
        using var socket = await host.ConnectAsync();
        await socket.SendAsync("GET / HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        var buffer = new byte[32 * 1024];
        for (var length = 0; length < 9000;)
        {
            length += await socket.ReceiveAsync(buffer.AsMemory(length));
        }

        for (var beat = 0; beat < 4; beat++)
        {
            await beats.Reader.ReadAsync(TestContext.Current.CancellationToken);
        }

        GC.Collect();
        Assert.False(memory!.IsAlive);
        await socket.SendAsync("GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"u8.ToArray());
        Assert.EndsWith("\r\n\r\n" + new string('x', 9000), await DifferentialHost.ReadAsync(socket), StringComparison.Ordinal);
    }

    // Nothing of it is to stay in a register or on the stack of who asks.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Write(HttpContext context, int length)
    {
        context.Response.ContentLength = length;
        var memory = context.Response.BodyWriter.GetMemory(length);
        Encoding.ASCII.GetBytes(new string('x', length), memory.Span);
        context.Response.BodyWriter.Advance(length);
        Assert.True(MemoryMarshal.TryGetArray<byte>(memory, out var array));
        return new WeakReference(array.Array);
    }
}
