using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Internal;

/// <summary>
/// What a response's JSON is written into. A body that fits is sent in one piece with its length; a longer one begins to leave
/// while the rest is still being written, and only what the client is too slow to take is kept.
/// </summary>
internal sealed class JsonResponseBuffer : IBufferWriter<byte>
{
    private const int InitialSize = 8 * 1024;

    // A longer body is sent as it grows. The array stays out of the large object heap.
    private const int LargestWhole = 64 * 1024;

    [ThreadStatic]
    private static JsonResponseBuffer? kept;

    private byte[] bytes = new byte[InitialSize];
    private int length;
    private HttpContext? context;
    private Task<FlushResult>? sending;
    private Queue<ArraySegment<byte>>? waiting;

    private JsonResponseBuffer()
    {
    }

    /// <summary>How many bytes were written in all.</summary>
    public long Total { get; private set; }

    /// <summary>A buffer with nothing in it.</summary>
    /// <param name="context">Whose response is written; null where the bytes are only counted.</param>
    public static JsonResponseBuffer Rent(HttpContext? context)
    {
        var buffer = kept ?? new JsonResponseBuffer();
        kept = null;
        buffer.context = context;
        return buffer;
    }

    public void Advance(int count)
    {
        length += count;
        Total += count;
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsMemory(length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(sizeHint);
        return bytes.AsSpan(length);
    }

    /// <summary>Sends what was written and gives the buffer back.</summary>
    public Task SendAsync()
    {
        if (sending is not null)
        {
            return SendRestAsync(sending);
        }

        var response = context!.Response;
        response.ContentLength = length;
        var sent = response.BodyWriter.WriteAsync(bytes.AsMemory(0, length));
        if (!sent.IsCompletedSuccessfully)
        {
            return FinishAsync(sent);
        }

        // Complete: whether the client is still there makes no difference any more.
        _ = sent.Result;
        Return();
        return Task.CompletedTask;
    }

    /// <summary>Gives the buffer back; what was written is gone.</summary>
    public void Return()
    {
        length = 0;
        Total = 0;
        context = null;
        sending = null;
        waiting = null;
        kept = this;
    }

    /// <summary>Gives the buffer up after a failure; a part that is on its way keeps the array.</summary>
    public void Abandon()
    {
        if (sending is null)
        {
            Return();
        }
        else
        {
            // The failure closes the connection; what becomes of the part on its way is of no interest, but has to be looked at.
            _ = sending.ContinueWith(static task => _ = task.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }
    }

    private async Task FinishAsync(ValueTask<FlushResult> sent)
    {
        _ = await sent;
        Return();
    }

    private void Reserve(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        if (bytes.Length - length >= needed)
        {
            return;
        }

        if (length + needed > LargestWhole && length > 0)
        {
            Overflow();
        }

        if (bytes.Length - length < needed)
        {
            Array.Resize(ref bytes, Math.Max(length + needed, Math.Min(2 * bytes.Length, LargestWhole)));
        }
    }

    // Sends what is there where nothing is on its way, else keeps it in line.
    private void Overflow()
    {
        if (context is null || sending is { IsCompleted: true } and ({ IsCompletedSuccessfully: false } or { Result.IsCompleted: true }))
        {
            // Only counted, or nobody is left to read it.
        }
        else if (sending is { IsCompleted: false } || waiting is { Count: > 0 })
        {
            Keep();
        }
        else
        {
            sending = StartAsync(context, bytes.AsMemory(0, length));
            if (!sending.IsCompleted)
            {
                // The server may still read from the array: the rest needs another.
                bytes = new byte[LargestWhole];
            }
        }

        length = 0;
    }

    // A task also for what throws at once: the failure is looked at where the rest is sent.
    private static async Task<FlushResult> StartAsync(HttpContext context, ReadOnlyMemory<byte> part) =>
        await context.Response.BodyWriter.WriteAsync(part, context.RequestAborted);

    private void Keep()
    {
        var part = ArrayPool<byte>.Shared.Rent(length);
        bytes.AsSpan(0, length).CopyTo(part);
        (waiting ??= []).Enqueue(new ArraySegment<byte>(part, 0, length));
    }

    private async Task SendRestAsync(Task<FlushResult> first)
    {
        var body = context!.Response.BodyWriter;
        var cancellation = context.RequestAborted;
        try
        {
            var gone = (await first).IsCompleted;
            while (waiting is not null && waiting.TryDequeue(out var part))
            {
                gone = gone || (await body.WriteAsync(part, cancellation)).IsCompleted;
                ArrayPool<byte>.Shared.Return(part.Array!);
            }

            if (!gone && length > 0)
            {
                _ = await body.WriteAsync(bytes.AsMemory(0, length), cancellation);
            }

            Return();
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested && JsonResponseStream.ClientIsGone(context))
        {
            // Nobody is there to read the rest.
        }
    }
}
