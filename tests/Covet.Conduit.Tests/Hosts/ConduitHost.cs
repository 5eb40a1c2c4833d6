namespace Covet.Conduit.Tests.Hosts;

/// <summary>One Conduit for all suites of one host and one store. Started by the first test that needs it.</summary>
public abstract class ConduitHost : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly object sync = new();
    private Task<ConduitProcess>? started;

    internal async Task<Api> ApiAsync()
    {
        lock (sync)
        {
            started ??= StartAsync();
        }

        return (await started).Api;
    }

    public async ValueTask DisposeAsync()
    {
        if (started is { IsCompletedSuccessfully: true })
        {
            await (await started).DisposeAsync();
        }

        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected abstract Task<ConduitProcess> StartAsync();

    private protected string[] Embedded() => ["--Store", "embedded", "--Embedded:Path", folder.FullName];

    private protected static string[] Postgres() =>
        ["--Store", "postgres", "--Postgres:Connection", PostgresServer.Shared.CreateDatabase("Maximum Pool Size=10"), "--Tokens:Secret", Convert.ToBase64String(new byte[32])];
}
