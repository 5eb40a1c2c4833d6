using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace Covet.Transport;

/// <summary>One TCP connection that the transport accepted, as the server above sees it.</summary>
internal sealed class EpollConnection : ConnectionContext, IDuplexPipe, IConnectionIdFeature, IConnectionTransportFeature, IConnectionItemsFeature,
    IConnectionLifetimeFeature, IConnectionEndPointFeature, IConnectionSocketFeature, IMemoryPoolFeature
{
    private const int Aborted = 103; // ECONNABORTED

    private readonly Socket _socket;
    private readonly EpollLoop _loop;
    private readonly ILogger _logger;
    private readonly SocketPipeReader _input;
    private readonly SocketPipeWriter _output;
#pragma warning disable CA2213 // Without a timer it holds nothing to dispose, and its cancellation may run after the connection has gone.
    private readonly CancellationTokenSource _closed = new();
#pragma warning restore CA2213
    private ConnectionAbortedException? _abortion;
    private IDictionary<object, object?>? _items;
    private int _turn;
    private volatile bool _ending;
    private int _closedFired;
    private int _disposed;

    public EpollConnection(Socket socket, EpollLoop loop, ILogger logger)
    {
        _logger = logger;
        _socket = socket;
        _loop = loop;
        Handle = socket.SafeHandle;
        _input = new SocketPipeReader(this);
        _output = new SocketPipeWriter(this);
        Transport = this;
        ConnectionId = ConnectionIds.Next();
        LocalEndPoint = socket.LocalEndPoint;
        RemoteEndPoint = socket.RemoteEndPoint;
        ConnectionClosed = _closed.Token;
        Features = new ConnectionFeatures(this);
    }

    public SafeSocketHandle Handle { get; }

    /// <summary>What the kernel gives back with each event of this socket.</summary>
    public ulong Registration { get; set; }

    public bool IsAborted => Volatile.Read(ref _abortion) is not null;

    public override string ConnectionId { get; set; }

    public override IFeatureCollection Features { get; }

    public override IDictionary<object, object?> Items
    {
        get => _items ??= new ConnectionItems();
        set => _items = value;
    }

    public override IDuplexPipe Transport { get; set; }

    public override CancellationToken ConnectionClosed { get; set; }

    public override EndPoint? LocalEndPoint { get; set; }

    public override EndPoint? RemoteEndPoint { get; set; }

    PipeReader IDuplexPipe.Input => _input;

    PipeWriter IDuplexPipe.Output => _output;

    MemoryPool<byte> IMemoryPoolFeature.MemoryPool => TransportMemory.Instance;

    Socket IConnectionSocketFeature.Socket => _socket;

    /// <summary>Watches the socket from now on.</summary>
    public void Start() => _loop.Add(this);

    public void WatchWriting() => _loop.WatchWriting(this);

    public void OnEvents(uint events, bool pooled)
    {
        // Noted before the application may run: it may read on this thread, and no other event will come.
        var readable = (events & ~EpollEvent.Writable) != 0;
        if (readable)
        {
            _input.Note((events & (EpollEvent.PeerClosed | EpollEvent.HungUp | EpollEvent.Failed)) != 0);
        }

        if ((events & (EpollEvent.Writable | EpollEvent.HungUp | EpollEvent.Failed)) != 0)
        {
            // Not before the reader on this thread: what waited to write may itself wait for what comes in.
            _output.OnWritable(pooled || readable);
        }

        if (readable)
        {
            _input.OnReadable(pooled);
        }
    }

    /// <summary>Whether this thread will come back to the transport, and the client's next request is at hand: a flush may wait for it.</summary>
    public bool MayDefer => _turn == Environment.CurrentManagedThreadId && !_ending && _input.HasMore;

    /// <summary>Called before what waits for bytes runs on this thread.</summary>
    public void BeginTurn() => _turn = Environment.CurrentManagedThreadId;

    /// <summary>Called when the reader had its turn: what was deferred is sent, and a client that has gone while nobody reads is told to the application at once.</summary>
    public void AfterRead()
    {
        _turn = 0;
        _output.EndTurn();
        if (_input.IsClosedUnseen)
        {
            OnClosedByPeer();
        }
    }

    /// <summary>Tells the application that the connection is no more; the first call counts.</summary>
    public void OnClosedByPeer()
    {
        if (Interlocked.Exchange(ref _closedFired, 1) == 0)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static connection => connection.Cancel(), this, preferLocal: false);
        }
    }

    private void Cancel()
    {
        try
        {
            _closed.Cancel();
        }
        catch (AggregateException exception)
        {
            // On a thread that nobody waits for: it must not end the process.
            _logger.CallbackFailed(ConnectionId, exception);
        }
    }

    public void ThrowIfAborted()
    {
        if (Volatile.Read(ref _abortion) is { } abortion)
        {
            throw abortion;
        }
    }

    /// <summary>recv(2); -1 and the last error as it is there, <c>ECONNABORTED</c> after an abort.</summary>
    public unsafe nint Receive(byte* buffer, int length)
    {
        try
        {
            return Libc.Receive(Handle, buffer, length, Libc.DoNotWait);
        }
        catch (ObjectDisposedException)
        {
            Marshal.SetLastPInvokeError(Aborted);
            return -1;
        }
    }

    /// <summary>send(2); -1 and the last error as it is there, <c>ECONNABORTED</c> after an abort.</summary>
    public unsafe nint Send(byte* buffer, int length)
    {
        try
        {
            return Libc.Send(Handle, buffer, length, Libc.DoNotWait | Libc.NoSignal);
        }
        catch (ObjectDisposedException)
        {
            Marshal.SetLastPInvokeError(Aborted);
            return -1;
        }
    }

    /// <summary>Resets the connection (RFC 9293, section 3.10.5): the client sees an error rather than an end. Kestrel gives no reason where the client has gone.</summary>
    public override void Abort(ConnectionAbortedException? abortReason)
    {
        abortReason ??= new ConnectionAbortedException("The client closed the connection.");
        _output.EndTurn();
        if (Interlocked.CompareExchange(ref _abortion, abortReason, null) is not null || Volatile.Read(ref _disposed) != 0)
        {
            return;
        }

        _socket.Close(timeout: 0);
        _input.OnAborted();
        _output.OnAborted();
        OnClosedByPeer();
    }

    public override void Abort() => Abort(new ConnectionAbortedException("The connection was aborted by the application."));

    /// <summary>Sends what is written, ends the stream and closes the socket.</summary>
    public override async ValueTask DisposeAsync()
    {
        _ending = true;
        if (!IsAborted && Volatile.Read(ref _disposed) == 0)
        {
            try
            {
                _output.ForgetCancellation();
                await _output.FlushAsync();
            }
            catch (InvalidOperationException exception)
            {
                // An earlier flush still waits, which nobody awaited.
                Abort(new ConnectionAbortedException("The connection was ended while a write was under way.", exception));
            }
        }

        if (Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            Release();
        }

        await base.DisposeAsync();
    }

    private void Release()
    {
        _loop.Remove(this);
        if (!IsAborted)
        {
            Close();
        }

        // An abort that came with this may have left it open.
        _socket.Dispose();
        _input.Close();
        _output.Close();
        OnClosedByPeer();
    }

    private void Close()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
            _input.Drain();
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The client was faster, or an abort; the socket is closed all the same.
        }
    }
}
