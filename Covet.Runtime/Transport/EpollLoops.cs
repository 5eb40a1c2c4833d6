namespace Covet.Transport;

/// <summary>The loops of this process, one a processor, shared by all its servers; they live as long as it does and cost nothing while nothing happens.</summary>
internal sealed class EpollLoops
{
    private static readonly Lazy<EpollLoops> s_shared = new(static () => new EpollLoops(Math.Min(Environment.ProcessorCount, 16)));

    private readonly EpollLoop[] _loops;
    private uint _next;

    private EpollLoops(int count)
    {
        var watchdog = new EpollWatchdog();
        _loops = new EpollLoop[count];
        for (var i = 0; i < count; i++)
        {
            _loops[i] = new EpollLoop(watchdog);
            _loops[i].Start(generation: 0);
        }

        watchdog.Start(_loops);
    }

    public static EpollLoops Shared => s_shared.Value;

    public EpollLoop Next() => _loops[Interlocked.Increment(ref _next) % (uint)_loops.Length];
}
