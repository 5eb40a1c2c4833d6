using System.Runtime.CompilerServices;

namespace HttpApp.Handlers;

/// <summary>Items without end; says how many were taken and whether the consumer let go.</summary>
[Singleton]
public sealed class EndlessSource
{
    private int produced;
    private int ended;

    public int Produced => Volatile.Read(ref produced);

    public int Ended => Volatile.Read(ref ended);

    public async IAsyncEnumerable<Echo> Items([EnumeratorCancellation] CancellationToken cancellation)
    {
        try
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                Interlocked.Increment(ref produced);
                yield return new Echo(new string('x', 1000), produced);
                await Task.Yield();
            }
        }
        finally
        {
            Interlocked.Increment(ref ended);
        }
    }
}
