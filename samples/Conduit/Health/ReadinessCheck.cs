using Conduit.Stores;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Conduit.Health;

/// <summary>Whether to send requests here: the store answers, and no stop has begun.</summary>
internal sealed class ReadinessCheck(IConduitStore store, StoreStartup startup, Draining draining) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (draining.IsStarted)
        {
            return HealthCheckResult.Unhealthy("Stopping.");
        }

        if (!startup.IsStarted)
        {
            return HealthCheckResult.Unhealthy("The store has not started.");
        }

        try
        {
            await store.PingAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException exception)
        {
            return HealthCheckResult.Unhealthy("The store cannot be reached.", exception);
        }
    }
}
