using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet.Http1;

/// <summary>Registers Covet's HTTP/1.1 where the application's server is Kestrel.</summary>
internal static class Http1Setup
{
    /// <summary>The configuration key: <c>Kestrel</c> leaves everything to Kestrel.</summary>
    public const string Key = "Covet:Http1";

    private const string KestrelServer = "Microsoft.AspNetCore.Server.Kestrel.Core.KestrelServerImpl";

    public static void Add(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            var descriptor = services[i];
            if (descriptor.ServiceType == typeof(IServer) && !descriptor.IsKeyedService)
            {
                if (descriptor.ImplementationType is { } kestrel && kestrel.ToString() == KestrelServer)
                {
                    services.Add(ServiceDescriptor.DescribeKeyed(typeof(IServer), Key, kestrel, ServiceLifetime.Singleton));
                    services[i] = ServiceDescriptor.Singleton<IServer>(static provider =>
                        new CovetServer(provider.GetRequiredKeyedService<IServer>(Key), provider.GetRequiredService<Http1Server>()));
                    AddOwn(services);
                }

                return;
            }
        }
    }

    private static void AddOwn(IServiceCollection services)
    {
        services.AddSingleton(static provider => new Http1Server(
            provider.GetRequiredService<ILoggerFactory>(),
            IsEnabled(provider.GetService<IConfiguration>())));

        // First of all: what the application configures comes after it.
        services.Insert(0, ServiceDescriptor.Singleton<IConfigureOptions<KestrelServerOptions>>(static provider =>
            new Http1EndpointDefaults(provider.GetRequiredService<Http1Server>())));
    }

    private static bool IsEnabled(IConfiguration? configuration) =>
        !string.Equals(configuration?[Key], "Kestrel", StringComparison.OrdinalIgnoreCase);
}
