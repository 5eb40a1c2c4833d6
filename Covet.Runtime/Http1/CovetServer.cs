using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;

namespace Covet.Http1;

/// <summary>Stands before Kestrel as the host's server, to learn the application that Kestrel is started with; all else is Kestrel's.</summary>
/// <param name="inner">Kestrel.</param>
/// <param name="http">Where the application is kept for the connections.</param>
internal sealed class CovetServer(IServer inner, Http1Server http) : IServer
{
    public IFeatureCollection Features => inner.Features;

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken)
        where TContext : notnull
    {
        http.Application = new Http1Application<TContext>(application);
        return inner.StartAsync(application, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => inner.StopAsync(cancellationToken);

    public void Dispose() => inner.Dispose();
}
