using System.Buffers;
using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>
/// The pipe that the request's body is read from; all of it has arrived before the request is served. One lives as long as its
/// connection, open while a request is served.
/// </summary>
internal sealed class RequestBodyReader(Http1Connection connection) : PipeReader
{
    private ReadOnlySequence<byte> rest;
    private bool open;
    private bool reading;
    private bool completed;
    private bool cancelled;
    private bool isEmpty;

    /// <summary>Whether the application has begun to read.</summary>
    public bool HasStarted { get; private set; }

    /// <summary>Whether nothing is left to read.</summary>
    public bool IsConsumed => rest.IsEmpty;

    /// <summary>A request begins.</summary>
    public void Begin(in ReadOnlySequence<byte> body)
    {
        rest = body;
        isEmpty = body.IsEmpty;
        open = true;
        HasStarted = false;
        reading = false;
        completed = false;
        cancelled = false;
    }

    /// <summary>The application is done with it; its bytes go back to the transport.</summary>
    public void End()
    {
        open = false;
        if (!isEmpty)
        {
            rest = default;
        }
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfClosed();
        cancellationToken.ThrowIfCancellationRequested();
        return new(Read());
    }

    public override bool TryRead(out ReadResult result)
    {
        ThrowIfClosed();
        result = Read();
        return true;
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
    {
        ThrowIfClosed();
        if (isEmpty)
        {
            return;
        }

        if (!reading)
        {
            throw new InvalidOperationException("No reading operation to complete.");
        }

        reading = false;
        rest = rest.Slice(consumed);
    }

    public override void CancelPendingRead()
    {
        ThrowIfClosed();
        cancelled = true;
    }

    public override void Complete(Exception? exception = null)
    {
        ThrowIfClosed();
        completed = true;
        if (exception is not null)
        {
            connection.Report(exception);
        }
    }

    private ReadResult Read()
    {
        if (completed)
        {
            throw new InvalidOperationException("Reading is not allowed after reader was completed.");
        }

        if (reading)
        {
            throw new InvalidOperationException("Reading is already in progress.");
        }

        if (!HasStarted && !isEmpty)
        {
            connection.BeginReading();
            HasStarted = true;
        }

        reading = !isEmpty;
        var result = new ReadResult(rest, cancelled, isCompleted: true);
        cancelled = false;
        return result;
    }

    private void ThrowIfClosed() => ObjectDisposedException.ThrowIf(!open, typeof(PipeReader));
}
