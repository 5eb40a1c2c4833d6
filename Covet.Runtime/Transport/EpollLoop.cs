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
    private static readonly long SlowEvent = Stopwatch.Frequency / 2000; // 0.5 ms on average
    private static readonly long FirstPause = Stopwatch.Frequency / 4;
    private static readonly long LongestPause = Stopwatch.Frequency * 8;

    private readonly int _epoll;
    private readonly EpollWatchdog _watchdog;
    private readonly ConnectionSlots _slots = new();
    private long _pooledUntil;
    private long _pause = FirstPause;

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
        while (true)
        {
            var start = Stopwatch.GetTimestamp();
            var pooled = start < Volatile.Read(ref _pooledUntil);
            while (Batch.TryTake(generation, out var taken))
            {
                _slots.Find(taken.Data)?.OnEvents(taken.Events, pooled);
            }

            if (!pooled)
            {
                Judge(start);
            }

            if (!Batch.TryFill(_epoll, generation))
            {
                _watchdog.Back();
                return;
            }

            _watchdog.Wake();
        }
    }

    // Slow is the average of a batch, so that one slow endpoint among many does not slow the others down.
    private void Judge(long start)
    {
        var now = Stopwatch.GetTimestamp();
        if (now - start > SlowEvent * Math.Max(1, Batch.Count))
        {
            Volatile.Write(ref _pooledUntil, now + _pause);
            _pause = Math.Min(_pause * 2, LongestPause);
        }
        else if (now - Volatile.Read(ref _pooledUntil) > LongestPause)
        {
            _pause = FirstPause;
        }
    }
}
