namespace Covet.Conduit.Tests.Soak;

/// <summary>Lets requests go at the rate that keeps the machine as busy as wanted, and no slower than a floor.</summary>
internal sealed class Pacer(double wantedLoad) : IDisposable
{
    private const double Floor = 100;
    private const int TicksBetweenCorrections = 25;
    private const int MostWaiting = 1000;

    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly SemaphoreSlim permits = new(0);
    private readonly MachineLoad load = new();

    /// <summary>Load in each interval, for the report.</summary>
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
                var busy = load.SinceLast();
                Loads.Add(busy);
                rate = Math.Max(Floor, rate * Math.Clamp(wantedLoad / Math.Max(busy, 0.01), 0.8, 1.25));
            }
        }
    }

    public void Dispose() => permits.Dispose();
}
