using System.Net;
using System.Net.Sockets;
using Covet.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Covet.Runtime.Tests;

/// <summary>A listener of Covet's transport with one connection: the server's end of it and the client's socket.</summary>
internal sealed class TransportPair : IAsyncDisposable
{
    private readonly IConnectionListener _listener;

    private TransportPair(IConnectionListener listener, ConnectionContext server, Socket client)
    {
        _listener = listener;
        Server = server;
        Client = client;
    }

    public ConnectionContext Server { get; }

    public Socket Client { get; }

    public static CovetTransport Transport(ILoggerFactory? loggers = null) => new(Options.Create(new SocketTransportOptions()), loggers ?? NullLoggerFactory.Instance);

    public static ValueTask<IConnectionListener> ListenAsync(ILoggerFactory? loggers = null) => Transport(loggers).BindAsync(new IPEndPoint(IPAddress.Loopback, 0));

    public static async Task<(ConnectionContext Server, Socket Client)> ConnectAsync(IConnectionListener listener)
    {
        var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await client.ConnectAsync(listener.EndPoint);
        return ((await listener.AcceptAsync())!, client);
    }

    public static async Task<TransportPair> ConnectAsync(ILoggerFactory? loggers = null)
    {
        var listener = await ListenAsync(loggers);
        var (server, client) = await ConnectAsync(listener);
        return new TransportPair(listener, server, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Server.DisposeAsync();
        await _listener.UnbindAsync();
        await _listener.DisposeAsync();
    }
}
