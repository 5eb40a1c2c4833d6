using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;
using System.Runtime.InteropServices;

namespace Covet.Transport;

/// <summary>
/// One epoll instance and the thread that waits on it. The thread calls what waits for a socket directly, application included, as a
/// change of threads costs more than most requests. Two things keep code that blocks from holding up the rest: a thread that is held up is
/// replaced (<see cref="EpollWatchdog"/>), and a loop whose events take long hands them to the thread pool for a while.
/// </summary>
internal sealed class EpollLoop
{
    private const int CloseOnExec = 0x80000;
    private const int BatchesOfSuspicion = 64;
    private const long SlowMicroseconds = 500; // on average
    private static readonly long SlowEvent = Stopwatch.Frequency / 1_000_000 * SlowMicroseconds;
    private static readonly long FirstPause = Stopwatch.Frequency / 4;
    private static readonly long LongestPause = Stopwatch.Frequency * 8;

    private readonly int _epoll;
    private readonly EpollWatchdog _watchdog;
    private readonly ConnectionSlots _slots = new();
    private long _pooledUntil;
    private long _pause = FirstPause;
    private int _suspicion;
    private RunQueueDelay? _delay;

    public EpollLoop(EpollWatchdog watchdog)
    {
        _watchdog = watchdog;
        _epoll = Libc.EpollCreate(CloseOnExec);
        if (_epoll < 0)
        {
            throw new Win32Exception(Marshal.GetLastPInvokeError(), $"epoll_create1 failed: {Marshal.GetLastPInvokeErrorMessage()}. {CovetTransport.WayOut}");
        }
    }

    public EpollBatch Batch { get; } = new();

    /// <summary>How long the thread of this loop has stood ready without a processor, in nanoseconds; 0 where that is unknown.</summary>
    public long Delay => Volatile.Read(ref _delay)?.Read() ?? 0;

    public void Start(uint generation) =>
        new Thread(() => Run(generation)) { IsBackground = true, Name = "Covet transport" }.UnsafeStart();

    /// <summary>Gives the loop another thread. That takes the batch over itself, so that a start that fails changes nothing.</summary>
    public void StartInstead(ulong cursor) =>
        new Thread(() =>
        {
            if (Batch.TakeOver(cursor) is var generation and not 0)
            {
                _watchdog.HeldUp();
                Volatile.Write(ref _pooledUntil, Stopwatch.GetTimestamp() + FirstPause);
                Run(generation);
            }
        })
        {
            IsBackground = true,
            Name = "Covet transport",
        }.UnsafeStart();

    /// <summary>Begins to watch a socket; its events come until it is closed.</summary>
    public void Add(EpollConnection connection)
    {
        _slots.Add(connection);
        try
        {
            Control(Libc.Add, connection, writable: false);
        }
        catch (SocketException)
        {
            _slots.Remove(connection.Registration);
            throw;
        }
    }

    /// <summary>Asks for the event of a socket that takes bytes again; it comes at once where the socket does already.</summary>
    public void WatchWriting(EpollConnection connection) => Control(Libc.Modify, connection, writable: true);

    public void Remove(EpollConnection connection) => _slots.Remove(connection.Registration);

    private unsafe void Control(int operation, EpollConnection connection, bool writable)
    {
        var events = EpollEvent.Readable | EpollEvent.PeerClosed | EpollEvent.EdgeTriggered | (writable ? EpollEvent.Writable : 0);
        var registration = stackalloc byte[EpollEvent.LargestSize];
        new EpollEvent(events, connection.Registration).Write(registration);
        if (Libc.EpollControl(_epoll, operation, connection.Handle, registration) < 0)
        {
            throw new SocketException(Marshal.GetLastPInvokeError(), $"epoll_ctl failed: {Marshal.GetLastPInvokeErrorMessage()}");
        }
    }

    private void Run(uint generation)
    {
        using var delay = new RunQueueDelay();
        Volatile.Write(ref _delay, delay);
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            var pooled = start < Volatile.Read(ref _pooledUntil) || _watchdog.IsCrowded;
            var before = _suspicion > 0 ? ThreadUsage.Read() : default;
            while (Batch.TryTake(generation, out var taken))
            {
                _slots.Find(taken.Data)?.OnEvents(taken.Events, pooled);
            }

            if (!pooled)
            {
                Judge(start, before);
            }

            if (!Batch.TryFill(_epoll, generation))
            {
                _watchdog.Back();
                return;
            }

            _watchdog.Wake();
        }
    }

    // Slow is the average of a batch, so that one slow endpoint among many does not slow the others down. The clock alone does not tell:
    // the machine may have given the processor to others, which a pool would make worse. So the second slow batch decides, by what the
    // thread itself did in it.
    private void Judge(long start, ThreadUsage before)
    {
        var now = Stopwatch.GetTimestamp();
        var events = Math.Max(1, Batch.Count);
        if (now - start <= SlowEvent * events)
        {
            _suspicion -= _suspicion > 0 ? 1 : 0;
            if (now - Volatile.Read(ref _pooledUntil) > LongestPause)
            {
                _pause = FirstPause;
            }

            return;
        }

        var suspected = _suspicion > 0;
        _suspicion = BatchesOfSuspicion;
        if (suspected && ThreadUsage.Read() is var after && (after.Waits != before.Waits || after.Processor - before.Processor > SlowMicroseconds * events))
        {
            Volatile.Write(ref _pooledUntil, now + _pause);
            _pause = Math.Min(_pause * 2, LongestPause);
        }
    }
}
