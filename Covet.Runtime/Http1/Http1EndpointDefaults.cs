using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet.Http1;

/// <summary>
/// Puts Covet's HTTP/1.1 before Kestrel's, on endpoints where nothing stands between the two: no TLS and no middleware of the
/// application's. It is the first to configure Kestrel, so that an application's own endpoint defaults replace it.
/// </summary>
internal sealed class Http1EndpointDefaults(Http1Server server) : IConfigureOptions<KestrelServerOptions>
{
    // By its name, as the type is Kestrel's own. Where it is renamed one day Covet's HTTP/1.1 stays out, and a test fails.
    private const string KestrelHttp = "Microsoft.AspNetCore.Server.Kestrel.Core.Internal.HttpConnectionMiddleware`1";

    public void Configure(KestrelServerOptions options)
    {
        if (server.Enabled)
        {
            options.ConfigureEndpointDefaults(Use);
        }
    }

    private void Use(ListenOptions endpoint) => ((IConnectionBuilder)endpoint).Use(next => Insert(endpoint, next));

    private ConnectionDelegate Insert(ListenOptions endpoint, ConnectionDelegate next)
    {
        if (!IsKestrelHttp(next) || !endpoint.Protocols.HasFlag(HttpProtocols.Http1) || !Http1Options.CanServe(endpoint.KestrelServerOptions) || AnnouncesHttp3(endpoint))
        {
            return next;
        }

        server.Endpoints++;
        return new Http1Endpoint(server, new Http1Options(endpoint.KestrelServerOptions), next).OnConnectionAsync;
    }

    private static bool IsKestrelHttp(ConnectionDelegate next) =>
        next.Target?.GetType().ToString().StartsWith(KestrelHttp, StringComparison.Ordinal) == true;

    // Kestrel then adds Alt-Svc to every answer.
    private static bool AnnouncesHttp3(ListenOptions endpoint) =>
        endpoint.Protocols.HasFlag(HttpProtocols.Http3)
        && !endpoint.DisableAltSvcHeader
        && endpoint.ApplicationServices.GetServices<IMultiplexedConnectionListenerFactory>().Any();
}
