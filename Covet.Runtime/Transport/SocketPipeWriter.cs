using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Threading.Tasks.Sources;

namespace Covet.Transport;

/// <summary>
/// What goes out on a socket: written into blocks, and sent by <see cref="FlushAsync"/> on the thread that calls it. A flush ends when the
/// kernel has taken every byte, so a client that reads slowly holds up its own writer alone. Where the next request of the client is
/// there already, a small flush waits for the end of the turn, so that the answers to a pipeline leave in one packet.
/// </summary>
internal sealed partial class SocketPipeWriter(EpollConnection connection) : PipeWriter, IValueTaskSource<FlushResult>, IThreadPoolWorkItem
{
    private const int MostDeferred = BlockSize / 2;

    // Held while bytes are sent or a block is replaced: the end of a turn may meet a writer that goes on elsewhere.
    private readonly Lock _sendGate = new();
    private readonly SendQueue _queue = new();
    private SocketWait<FlushResult> _wait = new();
    private byte[]? _block;
    private int _written;
    private int _flushed;
    private int _sent;
    private long _unflushed;
    private volatile bool _deferred;
    private bool _broken;
    private bool _watched;
    private volatile bool _writable;
    private volatile bool _canceled;

    public override bool CanGetUnflushedBytes => true;

    public override long UnflushedBytes => _unflushed;

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.CanBeCanceled)
        {
            return SocketCancellation.FlushAsync(this, cancellationToken);
        }

        _unflushed = 0;
        lock (_sendGate)
        {
            _flushed = _written;
            if (_written <= MostDeferred && connection.MayDefer && _queue.IsEmpty && !_canceled && !IsOver)
            {
                _deferred = true;
                return new ValueTask<FlushResult>(default(FlushResult));
            }

            while (true)
            {
                if (TrySend(out var result))
                {
                    if (IsOver)
                    {
                        DropUnsent();
                    }
                    else if (_sent == _written)
                    {
                        ReturnBlock();
                    }

                    return new ValueTask<FlushResult>(result);
                }

                lock (_wait.Gate)
                {
                    if (_writable || _canceled || connection.IsAborted)
                    {
                        continue;
                    }

                    _wait.Begin();
                }

                var wait = new ValueTask<FlushResult>(this, _wait.Version);
                Watch();
                return wait;
            }
        }
    }

    public override void CancelPendingFlush()
    {
        _canceled = true;
        CompleteOnPool(_wait.TryTake());
    }

    // What is written is sent when the connection is disposed.
    public override void Complete(Exception? exception = null)
    {
    }

    public void ForgetCancellation() => _canceled = false;

    FlushResult IValueTaskSource<FlushResult>.GetResult(short token) => _wait.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<FlushResult>.GetStatus(short token) => _wait.GetStatus(token);

    void IValueTaskSource<FlushResult>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _wait.OnCompleted(continuation, state, token, flags);

    void IThreadPoolWorkItem.Execute() => CompleteWait();

    /// <summary>The socket takes bytes again, or has failed.</summary>
    public void OnWritable(bool pooled)
    {
        _writable = true;
        if (!_wait.TryTake())
        {
            EndTurn();
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

    /// <summary>Sends what was deferred. A client that reads slowly gets the rest when its socket takes bytes again.</summary>
    public void EndTurn()
    {
        if (_deferred)
        {
            lock (_sendGate)
            {
                if (_deferred && !_wait.IsWaiting && Push())
                {
                    Watch();
                }
            }
        }
    }

    private void CompleteOnPool(bool complete) => _ = complete && ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);

    // Called by whoever took the wait: nobody else completes it.
    private void CompleteWait()
    {
        FlushResult result;
        lock (_sendGate)
        {
            while (!TrySend(out result))
            {
                lock (_wait.Gate)
                {
                    if (!_writable && !_canceled && !connection.IsAborted)
                    {
                        _wait.Resume();
                        return;
                    }
                }
            }
        }

        _wait.SetResult(result);
    }

    private void Watch()
    {
        if (!_watched)
        {
            _watched = true;
            try
            {
                connection.WatchWriting();
            }
            catch (ObjectDisposedException)
            {
                // An abort, which ends the wait too.
            }
            catch (SocketException)
            {
                _broken = true;
                connection.OnClosedByPeer();
                CompleteOnPool(_wait.TryTake());
            }
        }
    }

    // False where the kernel takes no more now. Under the send gate.
    private bool TrySend(out FlushResult result)
    {
        var full = Push();
        if (full && !_canceled)
        {
            result = default;
            return false;
        }

        while (full && _writable)
        {
            // The event came before this was known to be deferred.
            full = Push();
        }

        if (full)
        {
            // The flush is cancelled, and not what it began: the rest goes when the socket takes bytes.
            Watch();
        }

        result = new FlushResult(_canceled, IsOver);
        _canceled = false;
        return true;
    }

    // Whether the kernel takes no more now, with bytes left. Under the send gate.
    private bool Push()
    {
        var full = false;
        while (!full && !IsOver && _queue.TryPeek(out var block))
        {
            var count = Send(block);
            _queue.Skip(count);
            full = count < block.Count;
        }

        if (!full && !IsOver && _sent < _flushed)
        {
            _sent += Send(_block.AsSpan(_sent, _flushed - _sent));
            full = _sent < _flushed;
        }

        return _deferred = full && !IsOver;
    }

    private bool IsOver => _broken || connection.IsAborted;

    // How many bytes the kernel took; all, unless it is full or the connection is broken.
    private unsafe int Send(ReadOnlySpan<byte> bytes)
    {
        var sent = 0;
        fixed (byte* pointer = bytes)
        {
            while (sent < bytes.Length)
            {
                // Before the call: an event that comes during it may be about room which it did not see.
                _writable = false;
                var count = connection.Send(pointer + sent, bytes.Length - sent);
                if (count >= 0)
                {
                    sent += (int)count;
                }
                else if (Marshal.GetLastPInvokeError() is var error && error == Libc.TryAgain)
                {
                    return sent;
                }
                else if (error != Libc.Interrupted)
                {
                    _broken = true;
                    connection.OnClosedByPeer();
                    return sent;
                }
            }
        }

        return sent;
    }
}
