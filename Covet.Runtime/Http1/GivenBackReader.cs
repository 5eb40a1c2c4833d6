using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>
/// Reads a connection that was given to Kestrel while the rest of a request was waited for. The pipe holds what has come for
/// examined, and would show it again only when more comes; here the reader has it at once, and from then on the pipe itself.
/// </summary>
/// <param name="inner">The connection's reader.</param>
/// <param name="given">How many bytes were examined and not consumed.</param>
internal sealed class GivenBackReader(PipeReader inner, long given) : PipeReader
{
    private ReadOnlySequence<byte> buffer;
    private long left = given;
    private int cancelled;

    public override async ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        var woken = Wake();
        return Keep(await inner.ReadAsync(cancellationToken), woken);
    }

    public override bool TryRead(out ReadResult result)
    {
        var woken = Wake();
        var read = inner.TryRead(out result);
        if (read)
        {
            result = Keep(result, woken);
        }

        return read;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        if (left > 0)
        {
            if (buffer.Slice(0, examined).Length < left)
            {
                var end = buffer.GetPosition(left);
                left -= buffer.Slice(0, consumed).Length;
                inner.AdvanceTo(consumed, end);
                return;
            }

            left = 0;
        }

        buffer = default;
        inner.AdvanceTo(consumed, examined);
    }

    public override void CancelPendingRead()
    {
        Volatile.Write(ref cancelled, 1);
        inner.CancelPendingRead();
    }

    public override void Complete(Exception? exception = null) => inner.Complete(exception);

    public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

    private bool Wake()
    {
        if (left == 0)
        {
            return false;
        }

        inner.CancelPendingRead();
        return true;
    }

    private ReadResult Keep(ReadResult result, bool woken)
    {
        var byReader = Interlocked.Exchange(ref cancelled, 0) == 1;
        if (woken)
        {
            buffer = result.Buffer;
        }

        return new ReadResult(result.Buffer, result.IsCanceled && (byReader || !woken), result.IsCompleted);
    }
}
