using Microsoft.AspNetCore.Connections;

namespace Covet.Http1;

/// <summary>The application that the server was started with, without the type of its context.</summary>
internal abstract class Http1Application
{
    /// <summary>A connection that calls the application.</summary>
    public abstract Http1Connection CreateConnection(Http1Endpoint endpoint, ConnectionContext connection);
}
