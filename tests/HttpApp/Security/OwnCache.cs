using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Distributed;

namespace HttpApp;

/// <summary>A distributed cache of the application's own, which counts, and fails when it is told to.</summary>
internal sealed class OwnCache : IDistributedCache
{
    private readonly ConcurrentDictionary<string, byte[]> entries = new();
    private int reads;
    private int writes;

    public static OwnCache Instance { get; } = new();

    /// <summary>What fails: nothing, <c>reads</c>, <c>writes</c> or <c>all</c>.</summary>
    public string Failing { get; set; } = "";

    public int Reads => Volatile.Read(ref reads);

    public int Writes => Volatile.Read(ref writes);

    public List<string> Keys => [.. entries.Keys];

    public byte[]? Get(string key)
    {
        FailIf("reads");
        Interlocked.Increment(ref reads);
        return entries.GetValueOrDefault(key);
    }

    public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => Task.FromResult(Get(key));

    public void Set(string key, byte[] value, DistributedCacheEntryOptions options)
    {
        FailIf("writes");
        Interlocked.Increment(ref writes);
        entries[key] = value;
    }

    public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
    {
        Set(key, value, options);
        return Task.CompletedTask;
    }

    public void Refresh(string key) => FailIf("writes");

    public Task RefreshAsync(string key, CancellationToken token = default)
    {
        Refresh(key);
        return Task.CompletedTask;
    }

    public void Remove(string key)
    {
        FailIf("writes");
        entries.TryRemove(key, out _);
    }

    public Task RemoveAsync(string key, CancellationToken token = default)
    {
        Remove(key);
        return Task.CompletedTask;
    }

    private void FailIf(string kind)
    {
        if (Failing == kind || Failing == "all")
        {
            throw new InvalidOperationException("the cache's own failure, which nobody is to see");
        }
    }
}
