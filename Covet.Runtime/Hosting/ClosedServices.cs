using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet.Internal;

/// <summary>
/// Registers the platform's options and loggers that every start asks for by their own types. The platform registers them as open
/// generics, whose types a native binary then builds at run time and whose constructors it looks for by reflection: a quarter
/// of the time from start to first response.
/// </summary>
internal static class ClosedServices
{
    public static void Add(IServiceCollection services)
    {
        // Who has replaced one of them gets what they chose.
        if (!IsPlatforms(services, typeof(IOptionsFactory<>), typeof(OptionsFactory<>))
            || !IsPlatforms(services, typeof(IOptionsMonitor<>), typeof(OptionsMonitor<>))
            || !IsPlatforms(services, typeof(IOptionsMonitorCache<>), typeof(OptionsCache<>))
            || Implementation(services, typeof(IOptions<>))?.FullName != "Microsoft.Extensions.Options.UnnamedOptionsManager`1")
        {
            return;
        }

        Options<HostOptions>(services);
        Options<ConsoleLifetimeOptions>(services);
        Options<KestrelServerOptions>(services);
        Options<SocketTransportOptions>(services);
        Options<RouteOptions>(services);
        Options<RouteHandlerOptions>(services);
        Options<FormOptions>(services);
        Options<LoggerFactoryOptions>(services);
        Monitor<LoggerFilterOptions>(services);
        Monitor<HostFilteringOptions>(services);
        Monitor<MetricsOptions>(services);
        if (!IsPlatforms(services, typeof(ILogger<>), typeof(Logger<>)))
        {
            return;
        }

        Logger<ApplicationLifetime>(services);
        Logger<HostFilteringMiddleware>(services);
        if (IsPlatforms(services, typeof(ILoggerFactory), typeof(LoggerFactory)))
        {
            services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(static provider => new LoggerFactory(
                provider.GetServices<ILoggerProvider>(),
                provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>(),
                provider.GetRequiredService<IOptions<LoggerFactoryOptions>>(),
                provider.GetService<IExternalScopeProvider>())));
        }
    }

    private static void Options<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceCollection services)
        where TOptions : class
    {
        Factory<TOptions>(services);
        services.TryAddSingleton<IOptions<TOptions>>(static provider => new ClosedOptions<TOptions>(provider.GetRequiredService<IOptionsFactory<TOptions>>()));
    }

    private static void Monitor<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceCollection services)
        where TOptions : class
    {
        Factory<TOptions>(services);
        services.TryAddSingleton<IOptionsMonitorCache<TOptions>>(static _ => new OptionsCache<TOptions>());
        services.TryAddSingleton<IOptionsMonitor<TOptions>>(static provider => new OptionsMonitor<TOptions>(
            provider.GetRequiredService<IOptionsFactory<TOptions>>(),
            provider.GetServices<IOptionsChangeTokenSource<TOptions>>(),
            provider.GetRequiredService<IOptionsMonitorCache<TOptions>>()));
    }

    private static void Factory<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicParameterlessConstructor)] TOptions>(IServiceCollection services)
        where TOptions : class =>
        services.TryAddTransient<IOptionsFactory<TOptions>>(static provider => new OptionsFactory<TOptions>(
            provider.GetServices<IConfigureOptions<TOptions>>(),
            provider.GetServices<IPostConfigureOptions<TOptions>>(),
            provider.GetServices<IValidateOptions<TOptions>>()));

    private static void Logger<TCategory>(IServiceCollection services) =>
        services.TryAddSingleton<ILogger<TCategory>>(static provider => new Logger<TCategory>(provider.GetRequiredService<ILoggerFactory>()));

    private static bool IsPlatforms(IServiceCollection services, Type service, Type implementation) => Implementation(services, service) == implementation;

    /// <summary>The implementation of a service that is registered once; null for all others.</summary>
    private static Type? Implementation(IServiceCollection services, Type service)
    {
        Type? found = null;
        foreach (var descriptor in services)
        {
            if (descriptor.ServiceType == service && !descriptor.IsKeyedService)
            {
                if (found is not null || descriptor.ImplementationType is null)
                {
                    return null;
                }

                found = descriptor.ImplementationType;
            }
        }

        return found;
    }
}
