using Conduit.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conduit.Health;

/// <summary>Whether the start is over.</summary>
internal sealed class StartupCheck(StoreStartup startup) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(startup.IsStarted ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The store has not started."));
}
