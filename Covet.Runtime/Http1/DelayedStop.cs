using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections.Features;

namespace Covet.Http1;

/// <summary>
/// Tells Kestrel of a stop when it has looked at the request that it was given. Kestrel ends a connection that has no request under way
/// when it is told, and it does not know of one before its first read.
/// </summary>
internal sealed class DelayedStop(PipeReader inner, IConnectionLifetimeNotificationFeature connection, CancellationTokenSource stop) : PipeReader, IConnectionLifetimeNotificationFeature
{
    public CancellationToken ConnectionClosedRequested { get; set; } = stop.Token;

    public void RequestClose() => connection.RequestClose();

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default) => inner.ReadAsync(cancellationToken);

    public override bool TryRead(out ReadResult result) => inner.TryRead(out result);

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        inner.AdvanceTo(consumed, examined);
        if (!stop.IsCancellationRequested)
        {
            stop.Cancel();
        }
    }

    public override void CancelPendingRead() => inner.CancelPendingRead();

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);
}
