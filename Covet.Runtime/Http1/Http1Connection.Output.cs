using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>
/// The way into the transport. The loop, which sends the answers to earlier requests, and an application that awaits take turns; and
/// so does one that wrongly goes on writing after its request's end, as the pipe's memory may be another connection's by then.
/// </summary>
internal abstract partial class Http1Connection
{
    private readonly Lock gate = new();
    private int synchronousThread;
    private Task<FlushResult>? pendingFlush;

    internal void CancelPendingFlush() => connection.Transport.Output.CancelPendingFlush();

    private ValueTask<FlushResult> FlushOutputAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            if (pendingFlush is { IsCompleted: false } before)
            {
                return new(FlushAfterAsync(before, cancellationToken));
            }

            var length = output.Unflushed;
            var flush = output.FlushAsync(cancellationToken);
            if (flush.IsCompletedSuccessfully)
            {
                return flush;
            }

            pendingFlush = FlushTimedAsync(flush, length);
            return new(pendingFlush);
        }
    }

    private async Task FlushQuietlyAsync()
    {
        try
        {
            _ = await FlushOutputAsync(CancellationToken.None);
        }
        catch (Exception)
        {
            // The connection is ended by whoever asked for this.
        }
    }

    private async Task<FlushResult> FlushAfterAsync(Task before, CancellationToken cancellationToken)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await FlushOutputAsync(cancellationToken);
    }

    private async Task<FlushResult> FlushTimedAsync(ValueTask<FlushResult> flush, int length)
    {
        BeginWaitingForReader(length);
        try
        {
            return await flush;
        }
        catch (OperationCanceledException)
        {
            // A part of an answer is no answer: as nobody can say what was sent, the connection ends.
            AbortConnection("A write to the response was cancelled.");
            throw;
        }
        finally
        {
            EndWaitingForReader();
        }
    }
}
