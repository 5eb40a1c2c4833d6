using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet.Transport;

/// <summary>
/// TCP for Kestrel on Linux: sockets that an epoll thread reads and writes itself. It honours <see cref="SocketTransportOptions"/>' backlog,
/// <c>TCP_NODELAY</c> and <see cref="SocketTransportOptions.CreateBoundListenSocket"/>; other endpoints than IP addresses stay with Kestrel's own transport.
/// </summary>
internal sealed class CovetTransport(IOptions<SocketTransportOptions> options, ILoggerFactory loggers) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    /// <summary>What someone can do for whom this transport does not work.</summary>
    public const string WayOut = "Set the configuration key Covet:Transport to Sockets to use .NET's own sockets instead";

    public static bool IsSupported =>
        OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64;

    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint;

    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var settings = options.Value;
        var loops = EpollLoops.Shared;
        Socket? listener = null;
        try
        {
            listener = settings.CreateBoundListenSocket(endpoint);
            listener.Listen(settings.Backlog);
#pragma warning disable CA2000 // The caller disposes what it asked for.
            return new ValueTask<IConnectionListener>(new EpollListener(listener, loops, settings.NoDelay, loggers.CreateLogger("Covet.Transport")));
#pragma warning restore CA2000
        }
        catch (SocketException exception)
        {
            listener?.Dispose();
            throw exception.SocketErrorCode == SocketError.AddressAlreadyInUse ? new AddressInUseException(exception.Message, exception) : exception;
        }
    }
}
