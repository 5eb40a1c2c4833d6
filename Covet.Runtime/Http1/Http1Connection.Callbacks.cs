namespace Covet.Http1;

/// <summary>What the application wants done before an answer begins and after it ended: the last one asked for is done first.</summary>
internal abstract partial class Http1Connection
{
    private Stack<(Func<object, Task> Callback, object State)>? onStarting;
    private Stack<(Func<object, Task> Callback, object State)>? onCompleted;

    public void OnStarting(Func<object, Task> callback, object state)
    {
        ThrowIfStarted(nameof(OnStarting));
        (onStarting ??= new()).Push((callback, state));
    }

    public void OnCompleted(Func<object, Task> callback, object state) => (onCompleted ??= new()).Push((callback, state));

    private Task FireOnStartingAsync() => onStarting is { Count: > 0 } callbacks ? FireOnStartingAsync(callbacks) : Task.CompletedTask;

    private async Task FireOnStartingAsync(Stack<(Func<object, Task> Callback, object State)> callbacks)
    {
        try
        {
            while (callbacks.TryPop(out var entry))
            {
                await entry.Callback(entry.State);
            }
        }
        catch (Exception exception)
        {
            // Nothing was sent yet: the answer becomes an error, and the other callbacks are for the answer that is not.
            Report(exception);
        }
    }

    private async Task FireOnCompletedAsync(Stack<(Func<object, Task> Callback, object State)> callbacks)
    {
        while (callbacks.TryPop(out var entry))
        {
            try
            {
                await entry.Callback(entry.State);
            }
            catch (Exception exception)
            {
                endpoint.Server.Log.ApplicationError(connection.ConnectionId, TraceIdentifier, exception);
            }
        }
    }
}
