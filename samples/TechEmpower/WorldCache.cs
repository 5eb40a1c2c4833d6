namespace TechEmpower;

/// <summary>All rows in memory, read once by the first request that asks.</summary>
[Singleton]
internal sealed class WorldCache(Database database) : IDisposable
{
    private readonly SemaphoreSlim filling = new(1, 1);
    private volatile World[]? worlds;

    public async ValueTask<World[]> ReadAsync(int count, CancellationToken cancellationToken)
    {
        var all = worlds ?? await FillAsync(cancellationToken);
        var some = new World[count];
        for (var i = 0; i < some.Length; i++)
        {
            some[i] = all[Database.RandomId() - 1];
        }

        return some;
    }

    public void Dispose() => filling.Dispose();

    private async Task<World[]> FillAsync(CancellationToken cancellationToken)
    {
        await filling.WaitAsync(cancellationToken);
        try
        {
            return worlds ??= await database.ReadCacheAsync(cancellationToken);
        }
        finally
        {
            filling.Release();
        }
    }
}
