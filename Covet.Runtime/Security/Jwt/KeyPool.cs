namespace Covet;

/// <summary>
/// Lends key objects to one thread at a time: the platform's asymmetric keys promise no safety between threads, and
/// importing a key costs more than verifying with it.
/// </summary>
internal sealed class KeyPool<T>(Func<T> create)
    where T : class, IDisposable
{
    private readonly T?[] idle = new T?[Math.Max(2, Environment.ProcessorCount)];

    public T Rent()
    {
        for (var i = 0; i < idle.Length; i++)
        {
            if (idle[i] is not null && Interlocked.Exchange(ref idle[i], null) is { } key)
            {
                return key;
            }
        }

        return create();
    }

    public void Return(T key)
    {
        for (var i = 0; i < idle.Length; i++)
        {
            if (Interlocked.CompareExchange(ref idle[i], key, null) is null)
            {
                return;
            }
        }

        key.Dispose();
    }
}
