using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>The pipe that the response's body is written to. One lives as long as its connection, open while a request is served.</summary>
internal sealed class ResponseBodyWriter(Http1Connection connection) : PipeWriter
{
    private bool open;
    private Task? completing;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => connection.UnflushedBytes;

    /// <summary>A request begins.</summary>
    public void Begin()
    {
        open = true;
        completing = null;
    }

    /// <summary>The application is done with it.</summary>
    public void End() => open = false;

    public override void Advance(int bytes)
    {
        ThrowIfClosed();
        connection.AdvanceBody(bytes);
    }

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        ThrowIfClosed();
        return connection.GetBodyMemory(sizeHint);
    }

    public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        cancellationToken.ThrowIfCancellationRequested();
        return connection.FlushBodyAsync(cancellationToken);
    }

    public override ValueTask<FlushResult> WriteAsync(ReadOnlyMemory<byte> source, CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        cancellationToken.ThrowIfCancellationRequested();
        return connection.WriteBodyAsync(source, cancellationToken);
    }

    public override void CancelPendingFlush() => connection.CancelPendingFlush();

    public override void Complete(Exception? exception = null)
    {
        ThrowIfClosed();
        completing ??= connection.CompleteResponseAsync(exception);
        if (completing.IsFaulted)
        {
            completing.GetAwaiter().GetResult();
        }
    }

    // As in Kestrel, this one ends the response whatever the exception: only Complete tells that the body is not whole.
    public override ValueTask CompleteAsync(Exception? exception = null)
    {
        ThrowIfClosed();
        return new(completing ??= connection.CompleteResponseAsync(null));
    }

    /// <summary>Where the body was completed without waiting for it: the end of that.</summary>
    public Task WhenCompletedAsync() => completing ?? Task.CompletedTask;

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(!open, typeof(PipeWriter));
}
