using Covet.Transport;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet.Internal;

/// <summary>Puts Covet's transport before Kestrel's own, where it works and nobody chose another.</summary>
internal static class TransportRegistration
{
    private const string Key = "Covet:Transport";

    public static void Add(IServiceCollection services)
    {
        var present = services.Where(static service => service.ServiceType == typeof(IConnectionListenerFactory) && !service.IsKeyedService).ToArray();
        if (!CovetTransport.IsSupported || present is [] || Array.Exists(present, static service => service.ImplementationType != typeof(SocketTransportFactory)))
        {
            return;
        }

        services.AddSingleton<IConnectionListenerFactory>(static provider =>
        {
            var options = provider.GetRequiredService<IOptions<SocketTransportOptions>>();
            return string.Equals(provider.GetService<IConfiguration>()?[Key], "Sockets", StringComparison.OrdinalIgnoreCase)
                ? new NoTransport()
                : new CovetTransport(options, provider.GetRequiredService<ILoggerFactory>());
        });
    }
}
