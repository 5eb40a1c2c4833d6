using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Http1;

/// <summary>An address that the server listens on.</summary>
/// <param name="server">What all endpoints share.</param>
/// <param name="options">The limits.</param>
/// <param name="kestrel">Kestrel's HTTP, for connections and requests that are not served here.</param>
internal sealed class Http1Endpoint(Http1Server server, Http1Options options, ConnectionDelegate kestrel)
{
    public Http1Server Server { get; } = server;

    public Http1Options Options { get; } = options;

    public ConnectionDelegate Kestrel { get; } = kestrel;

    /// <summary>Serves a connection. One without a heartbeat, which timeouts need, or with TLS of an unknown kind is Kestrel's from its start.</summary>
    public Task OnConnectionAsync(ConnectionContext connection) =>
        Server.Application is { } application
        && connection.Features.Get<IConnectionHeartbeatFeature>() is not null
        && connection.Features.Get<ITlsConnectionFeature>() is null
            ? application.CreateConnection(this, connection).RunAsync()
            : Kestrel(connection);
}
