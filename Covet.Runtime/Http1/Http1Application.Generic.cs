using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;

namespace Covet.Http1;

/// <summary>The application that the server was started with.</summary>
internal sealed class Http1Application<TContext>(IHttpApplication<TContext> application) : Http1Application
    where TContext : notnull
{
    public override Http1Connection CreateConnection(Http1Endpoint endpoint, ConnectionContext connection) =>
        new Http1Connection<TContext>(application, endpoint, connection);
}
