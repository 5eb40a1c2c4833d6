namespace Conduit.Health;

/// <summary>
/// Fails the readiness check first when the program is told to stop, and goes on serving for a while: load balancers need the time
/// to hear of it. Then the server stops to listen and answers what is in flight.
/// </summary>
internal sealed class Draining(TimeSpan time) : IHostedLifecycleService
{
    private volatile bool started;

    /// <summary>Whether the program is about to stop.</summary>
    public bool IsStarted => started;

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        started = true;
        await Task.Delay(time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
