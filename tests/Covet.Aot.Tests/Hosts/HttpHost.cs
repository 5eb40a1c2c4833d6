namespace Covet.Aot.Tests;

/// <summary>Where the application under test runs. Started by the first test that needs it.</summary>
public abstract class HttpHost : IAsyncDisposable
{
    private readonly object sync = new();
    private Task<Uri>? started;

    /// <summary>What <c>/diagnostics/host</c> answers.</summary>
    public abstract string Kind { get; }

    public Task<Uri> BaseAddressAsync()
    {
        lock (sync)
        {
            return started ??= StartAsync();
        }
    }

    /// <summary>Starts the application once more, with these arguments.</summary>
    public abstract Task<RunningApp> StartAnotherAsync(params string[] arguments);

    public abstract ValueTask DisposeAsync();

    protected abstract Task<Uri> StartAsync();
}
