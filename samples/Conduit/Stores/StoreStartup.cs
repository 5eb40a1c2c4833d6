namespace Conduit.Stores;

/// <summary>
/// Starts the store before the first request. A store that cannot be reached does not stop the start: it is tried until it can, and
/// until then requests are answered 503 and the readiness check fails. A store that is damaged does stop it.
/// </summary>
internal sealed partial class StoreStartup(IConduitStore store, ILogger<StoreStartup> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private volatile bool started;

    /// <summary>Whether the store has started.</summary>
    public bool IsStarted => started;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await TryStartAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!started)
        {
            await Task.Delay(Pause, stoppingToken);
            await TryStartAsync(stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The store cannot be reached yet: {Reason}")]
    private static partial void LogUnavailable(ILogger logger, string reason);

    private async Task TryStartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await store.StartAsync(cancellationToken);
            started = true;
        }
        catch (StoreUnavailableException exception)
        {
            LogUnavailable(logger, exception.InnerException?.Message ?? exception.Message);
        }
    }
}
