namespace HttpApp.Handlers;

/// <summary>One instance for all requests.</summary>
[Handler("/lifetime/one", Lifetime = ServiceLifetime.Singleton)]
public sealed class SingletonHandler
{
    private int count;

    [Post]
    public int Next() => Interlocked.Increment(ref count);
}

/// <summary>One instance a request.</summary>
[Handler("/lifetime/each")]
public sealed class EachHandler(DisposalLog log, Disposable owned, DisposableTwin twin) : IDisposable
{
    private int count;

    [Post]
    public string Next() => $"{++count} {owned.Disposed} {twin.Sees(owned)}";

    [Get("disposed")]
    public string Disposed() => log.Counts;

    public void Dispose() => log.HandlerGone();
}

[Singleton]
public sealed class DisposalLog
{
    private int handlers;
    private int services;

    public string Counts => $"{handlers} {services}";

    public void HandlerGone() => Interlocked.Increment(ref handlers);

    public void ServiceGone() => Interlocked.Increment(ref services);
}

[Scoped]
public sealed class Disposable(DisposalLog log) : IDisposable
{
    public bool Disposed { get; private set; }

    public void Dispose()
    {
        Disposed = true;
        log.ServiceGone();
    }
}

[Transient]
public sealed class DisposableTwin(Disposable other)
{
    public bool Sees(Disposable one) => ReferenceEquals(one, other);
}
