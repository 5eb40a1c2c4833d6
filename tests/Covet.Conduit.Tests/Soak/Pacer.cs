namespace Covet.Conduit.Tests.Soak;

/// <summary>
/// Lets requests go at the rate that keeps the whole machine as busy as wanted, the load's own work and everybody else's included, and no
/// slower than a floor.
/// </summary>
internal sealed class Pacer(double wantedLoad) : IDisposable
{
    private const double Floor = 100;
    private const int TicksBetweenCorrections = 50;
    private const int MostWaiting = 1000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim permits = new(0);

    public MachineLoad Machine { get; } = new();

    /// <summary>Load in each interval between corrections, for the report.</summary>
    public List<double> Loads { get; } = [];

    public Task WaitAsync(CancellationToken end) => permits.WaitAsync(end);

    public async Task RunAsync(CancellationToken end)
    {
        using var timer = new PeriodicTimer(Tick);
        var rate = 10 * Floor;
        var due = 0.0;
        for (var tick = 1; await timer.WaitForNextTickAsync(end); tick++)
        {
            due = Math.Min(due + (rate * Tick.TotalSeconds), MostWaiting);
            if (due >= 1 && permits.CurrentCount < MostWaiting)
            {
                permits.Release((int)due);
                due -= (int)due;
            }

            if (tick % TicksBetweenCorrections == 0)
            {
                Loads.Add(Machine.SinceLast());
                rate = Math.Max(Floor, rate * Correction(Loads[^1]));
            }
        }
    }

    public void Dispose() => permits.Dispose();

    /// <summary>Half of what an interval was off, as intervals differ by chance, and a little of what the whole run is, so that its average holds.</summary>
    private double Correction(double load)
    {
        var aim = wantedLoad + Math.Clamp(wantedLoad - Machine.SinceStart(), -0.05, 0.05);
        return Math.Clamp(1 + (0.5 * (aim - load) / aim), 0.7, 1.3);
    }
}
