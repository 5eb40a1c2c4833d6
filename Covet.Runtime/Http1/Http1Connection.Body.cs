using System.Buffers.Text;
using System.IO.Pipelines;

namespace Covet.Http1;

/// <summary>The response's body.</summary>
internal abstract partial class Http1Connection
{
    // Once the head is sent, so much of a body that is never flushed is gathered before it goes to the pipe.
    private const int LargestPending = 16 * 1024;

    private readonly BodyBuffer pendingBody = new();
    private long bytesWritten;
    private bool hasAdvanced;
    private bool leased;

    internal long UnflushedBytes => output.Unflushed + pendingBody.Length;

    internal Memory<byte> GetBodyMemory(int sizeHint)
    {
        ThrowIfEnded();
        leased = true;
        return pendingBody.GetMemory(sizeHint);
    }

    internal void AdvanceBody(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ThrowIfEnded();
        hasAdvanced = hasAdvanced || count > 0;
        if (!leased)
        {
            throw new InvalidOperationException("Invalid ordering of calling StartAsync or CompleteAsync and Advance.");
        }

        if (!pendingBody.CanAdvance(count))
        {
            throw new ArgumentOutOfRangeException(nameof(count), count, "Can't advance past buffer size.");
        }

        if (started && mode == BodyMode.None)
        {
            ThrowUnlessHead();
            CountBytes(count);
            return;
        }

        CountBytes(count);
        pendingBody.Advance(count);
        if (started && pendingBody.Length > LargestPending)
        {
            Emit([]);
        }
    }

    internal ValueTask<FlushResult> WriteBodyAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (!started)
        {
            var starting = FireOnStartingAsync();
            return starting.IsCompletedSuccessfully ? WriteFirstAsync(data, cancellationToken) : WriteAfterAsync(starting, data, cancellationToken);
        }

        CountBytes(data.Length);
        if (mode == BodyMode.None)
        {
            ThrowUnlessHead();
            return default;
        }

        if (mode == BodyMode.Chunked && data.IsEmpty)
        {
            return default;
        }

        ThrowIfEnded();
        CheckLastWrite();
        Emit(data.Span);
        return FlushWrittenAsync(cancellationToken);
    }

    internal ValueTask<FlushResult> FlushBodyAsync(CancellationToken cancellationToken)
    {
        if (!started)
        {
            var starting = StartAsync(CancellationToken.None);
            if (!starting.IsCompletedSuccessfully)
            {
                return FlushAfterStartAsync(starting, cancellationToken);
            }
        }
        else if (pendingBody.Length > 0)
        {
            Emit([]);
        }

        CheckLastWrite();
        return FlushWrittenAsync(cancellationToken);
    }

    private async ValueTask<FlushResult> FlushAfterStartAsync(Task starting, CancellationToken cancellationToken)
    {
        await starting;
        return await FlushWrittenAsync(cancellationToken);
    }

    private async ValueTask<FlushResult> WriteAfterAsync(Task starting, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        await starting;
        return await (started ? WriteBodyAsync(data, cancellationToken) : WriteFirstAsync(data, cancellationToken));
    }

    private ValueTask<FlushResult> WriteFirstAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        if (started)
        {
            // By a callback.
            return WriteBodyAsync(data, cancellationToken);
        }

        ThrowIfFailed();
        CountBytes(data.Length);
        CheckLastWrite();
        WriteHead(completed: false, data.Span);
        if (mode == BodyMode.None)
        {
            ThrowUnlessHead();
        }

        return FlushWrittenAsync(cancellationToken);
    }

    // An answer that is whole, with the next request here already, is sent with the next request's.
    private ValueTask<FlushResult> FlushWrittenAsync(CancellationToken cancellationToken)
    {
        if (aborted)
        {
            return new(new FlushResult(isCanceled: false, isCompleted: true));
        }

        return moreInput && answerIsComplete && output.Unflushed <= LargestBatch && synchronousThread == Environment.CurrentManagedThreadId
            ? default
            : FlushOutputAsync(cancellationToken);
    }

    private void EndResponse()
    {
        if (ended)
        {
            return;
        }

        if (failure is not null)
        {
            if (started)
            {
                // What was sent cannot be taken back: the client sees that the rest is missing.
                keepAlive = false;
                if (mode == BodyMode.Length && pendingBody.Length > 0)
                {
                    Emit([]);
                }

                return;
            }

            SetErrorResponse(rejection?.StatusCode ?? StatusCodes.Status500InternalServerError);
        }

        if (!started)
        {
            WriteHead(completed: true, []);
        }
        else if (pendingBody.Length > 0)
        {
            Emit([]);
        }

        if (mode == BodyMode.Chunked)
        {
            IgnoreClientFromNow();
            lock (gate)
            {
                output.Write("0\r\n\r\n"u8);
            }
        }

        ended = true;
    }

    private void Emit(ReadOnlySpan<byte> data)
    {
        lock (gate)
        {
            EmitBody(data);
        }
    }

    private void EmitBody(ReadOnlySpan<byte> data)
    {
        EmitPart(pendingBody.Written);
        pendingBody.Clear();
        EmitPart(data);
    }

    private void EmitPart(ReadOnlySpan<byte> part)
    {
        if (part.IsEmpty || mode == BodyMode.None)
        {
            return;
        }

        if (mode == BodyMode.Chunked)
        {
            var target = output.GetSpan(10);
            _ = Utf8Formatter.TryFormat(part.Length, target, out var digits, new('x'));
            "\r\n"u8.CopyTo(target[digits..]);
            output.Advance(digits + 2);
            output.Write(part);
            output.Write("\r\n"u8);
            return;
        }

        output.Write(part);
    }

    // What follows the end of an answer would be taken for the next one's.
    private void ThrowIfEnded()
    {
        if (ended)
        {
            throw new InvalidOperationException("Writing is not allowed after writer was completed.");
        }
    }

    private void CountBytes(int count)
    {
        if (!HasTransferEncoding && responseHeaders.ContentLength is { } length && bytesWritten + count > length)
        {
            keepAlive = false;
            throw new InvalidOperationException($"Response Content-Length mismatch: too many bytes written ({bytesWritten + count} of {length}).");
        }

        bytesWritten += count;
    }

    private void CheckLastWrite()
    {
        if (!HasTransferEncoding && responseHeaders.ContentLength is { } length && bytesWritten == length)
        {
            IgnoreClientFromNow();
        }
    }

    private bool IsLengthKept() =>
        HasTransferEncoding || !(bytesWritten < responseHeaders.ContentLength) || IsHead || statusCode == StatusCodes.Status304NotModified;

    private InvalidOperationException TooFewBytes() =>
        new($"Response Content-Length mismatch: too few bytes written ({bytesWritten} of {responseHeaders.ContentLength}).");

    private void ThrowUnlessHead()
    {
        if (!IsHead)
        {
            throw new InvalidOperationException($"Writing to the response body is invalid for responses with status code {statusCode}.");
        }
    }
}
