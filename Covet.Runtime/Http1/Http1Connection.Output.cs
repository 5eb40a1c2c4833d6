using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>
/// The way into the transport. While the application runs on the loop's own thread nobody else writes; from the moment that it
/// awaits, its continuations and the loop, which sends earlier answers, take turns.
/// </summary>
internal abstract partial class Http1Connection
{
    private readonly Lock gate = new();
    private int synchronousThread;
    private Task<FlushResult>? pendingFlush;

    internal void CancelPendingFlush() => connection.Transport.Output.CancelPendingFlush();

    private bool Enter()
    {
        if (synchronousThread == Environment.CurrentManagedThreadId)
        {
            return false;
        }

        gate.Enter();
        return true;
    }

    private void Exit(bool entered)
    {
        if (entered)
        {
            gate.Exit();
        }
    }

    private ValueTask<FlushResult> FlushOutputAsync(CancellationToken cancellationToken)
    {
        var entered = Enter();
        try
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

            var timed = FlushTimedAsync(flush, length);
            pendingFlush = timed;
            return new(timed);
        }
        finally
        {
            Exit(entered);
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
