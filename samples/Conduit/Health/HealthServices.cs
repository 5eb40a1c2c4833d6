using Conduit.Stores;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conduit.Health;

internal static class HealthServices
{
    public static void AddConduitHealth(this IServiceCollection services, IConfiguration configuration)
    {
        var shutdown = ShutdownOptions.Read(configuration);
        services.Configure<HostOptions>(host => host.ShutdownTimeout = shutdown.Drain + shutdown.Grace);
        var draining = new Draining(shutdown.Drain);
        services.AddSingleton(draining);
        services.AddHostedService(static provider => provider.GetRequiredService<Draining>());
        services.AddHealthChecks()
            .Add(new HealthCheckRegistration("startup", static provider => new StartupCheck(provider.GetRequiredService<StoreStartup>()), null, ["startup"]))
            .Add(new HealthCheckRegistration("readiness", static provider => new ReadinessCheck(
                provider.GetRequiredService<IConduitStore>(),
                provider.GetRequiredService<StoreStartup>(),
                provider.GetRequiredService<Draining>()), null, ["ready"]));
    }

    /// <summary>Liveness asks nothing but an answer: a program whose store is away is not helped by a restart.</summary>
    public static void MapConduitHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = static _ => false });
        app.MapHealthChecks("/health/startup", new HealthCheckOptions { Predicate = static check => check.Tags.Contains("startup") });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = static check => check.Tags.Contains("ready") });
    }
}
