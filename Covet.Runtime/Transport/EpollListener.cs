using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Logging;

namespace Covet.Transport;

/// <summary>A bound and listening socket.</summary>
internal sealed class EpollListener(Socket listener, EpollLoops loops, bool noDelay, ILogger logger) : IConnectionListener
{
    private readonly CancellationTokenSource _unbound = new();

    public EndPoint EndPoint { get; } = listener.LocalEndPoint!;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default)
    {
        while (!_unbound.IsCancellationRequested)
        {
            Socket? socket = null;
            try
            {
                socket = await listener.AcceptAsync(_unbound.Token);
                socket.NoDelay = noDelay;
                var connection = new EpollConnection(socket, loops.Next(), logger);
                connection.Start();
                return connection;
            }
            catch (SocketException exception) when (exception.SocketErrorCode is SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable)
            {
                // Nothing can be accepted until some connection ends; the clients wait in the backlog.
                socket?.Dispose();
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
            }
            catch (SocketException exception) when (exception.SocketErrorCode is not SocketError.OperationAborted)
            {
                // The client was gone before it was accepted.
                socket?.Dispose();
            }
            catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                socket?.Dispose();
                return null;
            }
        }

        return null;
    }

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default)
    {
        await _unbound.CancelAsync();
        listener.Dispose();
    }

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        _unbound.Dispose();
        return default;
    }
}
