using System.IO.Pipelines;

namespace Covet.Transport;

/// <summary>Reads and flushes that a token may end; they are rare, so the others need not know of tokens.</summary>
internal static class SocketCancellation
{
    public static async ValueTask<ReadResult> ReadAsync(SocketPipeReader reader, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ReadResult result;
        await using (cancellationToken.UnsafeRegister(static reader => ((SocketPipeReader)reader!).CancelPendingRead(), reader))
        {
            result = await reader.ReadAsync(CancellationToken.None);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            // Whether it ended the read or came too late: the next read is not to see it.
            reader.ForgetCancellation();
            if (result.IsCanceled)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }

        return result;
    }

    public static async ValueTask<FlushResult> FlushAsync(SocketPipeWriter writer, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        FlushResult result;
        await using (cancellationToken.UnsafeRegister(static writer => ((SocketPipeWriter)writer!).CancelPendingFlush(), writer))
        {
            result = await writer.FlushAsync(CancellationToken.None);
        }

        if (cancellationToken.IsCancellationRequested)
        {
            writer.ForgetCancellation();
            if (result.IsCanceled)
            {
                throw new OperationCanceledException(cancellationToken);
            }
        }

        return result;
    }
}
