namespace Covet.Transport;

/// <summary>
/// Looks at the loops every ten milliseconds while one of them works, and gives a loop whose thread has not finished its event since
/// the last look a fresh thread, unless it only stood in line for a processor, where another one would stand too. The one held up ends
/// when it comes back. While all loops wait, this thread waits too.
/// </summary>
internal sealed class EpollWatchdog
{
    private const int Tick = 10;
    private const long LongestDelay = Tick * 1_000_000 / 2;
    private const int TicksUntilSleep = 20;
    private const int MostThreads = 1000;
    private const int ManyThreads = 100;

    private readonly object _work = new();
    private EpollLoop[] _loops = [];
    private int _asleep = 1;
    private int _heldUp;

    public void Start(EpollLoop[] loops)
    {
        _loops = loops;
        new Thread(Run) { IsBackground = true, Name = "Covet transport watchdog" }.UnsafeStart();
    }

    /// <summary>Called by a loop that has events; does nothing while the watchdog is awake.</summary>
    public void Wake()
    {
        if (Volatile.Read(ref _asleep) != 0 && Interlocked.Exchange(ref _asleep, 0) != 0)
        {
            lock (_work)
            {
                Monitor.Pulse(_work);
            }
        }
    }

    /// <summary>Whether so many threads are held up that code of applications should run on the thread pool, which knows how to grow.</summary>
    public bool IsCrowded => Volatile.Read(ref _heldUp) > ManyThreads;

    /// <summary>Called by a thread that takes the place of another.</summary>
    public void HeldUp() => Interlocked.Increment(ref _heldUp);

    /// <summary>Called by a thread that was replaced, when it comes back.</summary>
    public void Back() => Interlocked.Decrement(ref _heldUp);

    private void Run()
    {
        var seen = new (ulong Taken, long Delay)[_loops.Length];
        var quiet = TicksUntilSleep;
        while (true)
        {
            if (quiet >= TicksUntilSleep)
            {
                Sleep();
                quiet = 0;
            }

            Thread.Sleep(Tick);
            quiet++;
            for (var i = 0; i < _loops.Length; i++)
            {
                var cursor = _loops[i].Batch.Cursor;
                if (EpollBatch.IsWaiting(cursor))
                {
                    continue;
                }

                quiet = 0;
                var now = (_loops[i].Batch.Taken, _loops[i].Delay);
                if (now.Taken == seen[i].Taken && now.Delay - seen[i].Delay < LongestDelay)
                {
                    Replace(_loops[i], cursor);
                }

                seen[i] = now;
            }
        }
    }

    private void Sleep()
    {
        lock (_work)
        {
            Interlocked.Exchange(ref _asleep, 1);
            while (Volatile.Read(ref _asleep) != 0 && Array.TrueForAll(_loops, static loop => EpollBatch.IsWaiting(loop.Batch.Cursor)))
            {
                Monitor.Wait(_work);
            }

            Volatile.Write(ref _asleep, 0);
        }
    }

    private void Replace(EpollLoop loop, ulong cursor)
    {
        if (Volatile.Read(ref _heldUp) < MostThreads)
        {
            try
            {
                loop.StartInstead(cursor);
            }
            catch (Exception exception) when (exception is OutOfMemoryException or ThreadStartException)
            {
                // The system gives no more threads: the one held up keeps its loop.
            }
        }
    }
}
