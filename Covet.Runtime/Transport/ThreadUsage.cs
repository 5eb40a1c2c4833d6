namespace Covet.Transport;

/// <summary>What the calling thread has used: processor time in microseconds, and how often it waited for something (getrusage(2)).</summary>
internal readonly record struct ThreadUsage(long Processor, long Waits)
{
    private const int OfThisThread = 1; // RUSAGE_THREAD
    private const int Longs = 18;
    private const int VoluntarySwitches = 16; // ru_nvcsw, after two timeval and twelve long

    public static unsafe ThreadUsage Read()
    {
        var usage = stackalloc long[Longs];
        return Libc.ResourceUsage(OfThisThread, usage) == 0
            ? new ThreadUsage(((usage[0] + usage[2]) * 1_000_000) + usage[1] + usage[3], usage[VoluntarySwitches])
            : default;
    }
}
