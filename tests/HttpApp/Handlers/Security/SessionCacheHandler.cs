namespace HttpApp.Handlers;

public sealed record CacheUse(int Reads, int Writes, List<string> Keys);

/// <summary>What the tests ask of the cache behind sessions, and of the log.</summary>
[Handler("/diagnostics")]
public static class SessionCacheHandler
{
    [Get("cache")]
    public static CacheUse Cache() => new(OwnCache.Instance.Reads, OwnCache.Instance.Writes, OwnCache.Instance.Keys);

    [Post("cache")]
    public static void Fail(string? failing) => OwnCache.Instance.Failing = failing ?? "";

    [Get("refusals")]
    public static List<string> Refusals() => RefusalRecorder.Instance.Take();
}
