namespace HttpApp.Handlers;

[Singleton]
public sealed class CacheCounter
{
    private int value;

    public int Next() => Interlocked.Increment(ref value);
}
