using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.InteropServices;
using System.Threading.Tasks.Sources;
using Microsoft.AspNetCore.Connections;

namespace Covet.Transport;

/// <summary>
/// What comes in on a socket, read when it is asked for and not before: one contiguous buffer, which is held only while there are bytes in
/// it, so that an idle connection has none. As a <see cref="PipeReader"/> everywhere, one reader at a time.
/// </summary>
internal sealed class SocketPipeReader(EpollConnection connection) : PipeReader, IValueTaskSource<ReadResult>, IThreadPoolWorkItem
{
    private SocketWait<ReadResult> _wait = new();
    private ReceiveBuffer _buffer;
    private bool _ended;
    private volatile bool _closed;
    private Exception? _failure;
    private volatile bool _readable = true;
    private volatile bool _peerClosed;
    private volatile bool _canceled;

    /// <summary>Whether bytes are at hand that nobody has consumed: most likely the client's next request.</summary>
    public bool HasMore => !_buffer.IsEmpty;

    /// <summary>Whether the client has closed its side and nobody has read that yet.</summary>
    public bool IsClosedUnseen => _peerClosed && !_ended;

    public override bool TryRead(out ReadResult result)
    {
        if (_canceled)
        {
            _canceled = false;
            result = Result(isCanceled: true);
            return true;
        }

        while (!_buffer.HasNews && !_ended && !_closed)
        {
            connection.ThrowIfAborted();
            if (_failure is not null)
            {
                throw _failure;
            }

            if (!_readable)
            {
                result = default;
                return false;
            }

            Fill();
        }

        result = Result(isCanceled: false);
        return true;
    }

    public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled)
        {
            return SocketCancellation.ReadAsync(this, cancellationToken);
        }

        while (true)
        {
            if (TryRead(out var result))
            {
                return new ValueTask<ReadResult>(result);
            }

            if (_buffer.IsEmpty)
            {
                _buffer.Return();
            }

            lock (_wait.Gate)
            {
                if (_readable || _canceled || connection.IsAborted)
                {
                    continue;
                }

                _wait.Begin();
            }

            return new ValueTask<ReadResult>(this, _wait.Version);
        }
    }

    public override void AdvanceTo(SequencePosition consumed) => AdvanceTo(consumed, consumed);

    public override void AdvanceTo(SequencePosition consumed, SequencePosition examined) => _buffer.AdvanceTo(consumed, examined);

    public override void CancelPendingRead()
    {
        _canceled = true;
        CompleteOnPool(_wait.TryTake());
    }

    public override void Complete(Exception? exception = null) => Close();

    ReadResult IValueTaskSource<ReadResult>.GetResult(short token) => _wait.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<ReadResult>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<ReadResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    void IThreadPoolWorkItem.Execute() => CompleteWait();

    /// <summary>Notes that the socket has bytes, or has ended.</summary>
    public void Note(bool peerClosed)
    {
        if (peerClosed)
        {
            _peerClosed = true;
        }

        _readable = true;
    }

    /// <summary>Runs what waits for what was noted.</summary>
    public void OnReadable(bool pooled)
    {
        if (!_wait.TryTake())
        {
            connection.AfterRead();
        }
        else if (pooled)
        {
            CompleteOnPool(true);
        }
        else
        {
            CompleteWait();
        }
    }

    /// <summary>Ends a wait where there is one: it finds that the connection was aborted.</summary>
    public void OnAborted() => CompleteOnPool(_wait.TryTake());

    /// <summary>Throws away what the kernel holds, up to a megabyte, so that closing does not reset what was sent.</summary>
    public unsafe void Drain()
    {
        const int MostReads = 64;
        if (_ended || _failure is not null)
        {
            return;
        }

        var scratch = ArrayPool<byte>.Shared.Rent(ReceiveBuffer.Size);
        fixed (byte* pointer = scratch)
        {
            for (var i = 0; i < MostReads && connection.Receive(pointer, scratch.Length) == scratch.Length; i++)
            {
            }
        }

        ArrayPool<byte>.Shared.Return(scratch);
    }

    public void ForgetCancellation() => _canceled = false;

    /// <summary>Ends reading. A read that still waits, against the rules, ends too, and the buffer is left to it.</summary>
    public void Close()
    {
        if (_closed)
        {
            return;
        }

        _closed = true;
        if (_wait.TryTake())
        {
            CompleteOnPool(true);
            return;
        }

        _buffer.Return();
    }

    private void CompleteOnPool(bool complete) => _ = complete && ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    // Called by whoever took the wait: nobody else completes it.
    private void CompleteWait()
    {
        try
        {
            ReadResult result;
            while (!TryRead(out result))
            {
                lock (_wait.Gate)
                {
                    if (!_readable && !_canceled && !connection.IsAborted)
                    {
                        _wait.Resume();
                        return;
                    }
                }
            }

            connection.BeginTurn();
            _wait.SetResult(result);
        }
        catch (Exception exception) when (exception is IOException or ConnectionAbortedException)
        {
            // What reading threw is what the reader gets.
            _wait.SetException(exception);
        }

        connection.AfterRead();
    }

    private ReadResult Result(bool isCanceled) => new(_buffer.Sequence, isCanceled, _ended || _closed);

    private unsafe void Fill()
    {
        var room = _buffer.MakeRoom();

        // Before the call: an event that comes during it is about bytes which it may not have seen.
        _readable = false;
        nint count;
        fixed (byte* pointer = room)
        {
            count = connection.Receive(pointer, room.Length);
        }

        if (count > 0)
        {
            _buffer.Received((int)count);

            // A full buffer may have left bytes behind, for which no event will come; so may the end of the stream.
            // Set and never cleared here, as the event may come meanwhile on its own thread.
            if (count == room.Length || _peerClosed)
            {
                _readable = true;
            }

            return;
        }

        if (count == 0)
        {
            _ended = true;
            connection.OnClosedByPeer();
            return;
        }

        switch (Marshal.GetLastPInvokeError())
        {
            case Libc.TryAgain:
                break;
            case Libc.Interrupted:
                _readable = true;
                break;
            default:
                var message = Marshal.GetLastPInvokeErrorMessage();
                connection.ThrowIfAborted();
                _failure = new ConnectionResetException($"The client's connection broke: {message}.");
                connection.OnClosedByPeer();
                throw _failure;
        }
    }
}
