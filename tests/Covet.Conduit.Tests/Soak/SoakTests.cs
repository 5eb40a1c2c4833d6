using System.Globalization;

namespace Covet.Conduit.Tests.Soak;

/// <summary>
/// Mixed traffic at 70% of the machine against the native Conduit: a few seconds here, ten minutes a store by the command
/// <c>tests/Covet.Conduit.Tests/soak</c>.
/// </summary>
public sealed class SoakTests
{
    private const int Workers = 24;
    private const int Pool = 10;
    private const double Load = 0.7;
    private const double Tolerance = 1.05;

    // Of a run of seconds the collector's heap is still finding its size, so that a run of seconds is given more room.
    private const long RoomOfAShortRun = 16 * 1024 * 1024;

    private static readonly TimeSpan Long = TimeSpan.FromMinutes(5);

    private static TimeSpan Duration =>
        TimeSpan.FromSeconds(double.Parse(Environment.GetEnvironmentVariable("COVET_SOAK_SECONDS") ?? "7", CultureInfo.InvariantCulture));

    [Fact]
    public async Task On_the_embedded_store_memory_stays_flat_nothing_fails_and_nothing_leaks()
    {
        using var folder = new TestFolder();
        await SoakAsync("embedded", 0, "--Embedded:Path", folder.FullName);
    }

    [Fact]
    public async Task On_PostgreSQL_memory_stays_flat_nothing_fails_and_nothing_leaks()
    {
        var connection = PostgresServer.Shared.CreateDatabase($"Maximum Pool Size={Pool}");
        await SoakAsync("postgres", Pool, "--Store", "postgres", "--Postgres:Connection", connection, "--Tokens:Secret", Convert.ToBase64String(new byte[32]));
    }

    private static async Task SoakAsync(string store, int pool, params string[] arguments)
    {
        await using var conduit = await ConduitProcess.StartAsync([await Binaries.NativeAsync(), "--Logging:LogLevel:Microsoft", "Warning", "--Logging:LogLevel:Microsoft.Hosting.Lifetime", "Information", .. arguments]);
        var traffic = new Traffic(conduit.Api);
        await traffic.PrepareAsync();

        // Most connections of the pool are open before handles are counted; the rest may follow.
        await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => traffic.ActAsync(new Random(1))));
        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => conduit.Api.GetAsync("/api/tags")));
        await IdleAsync(conduit);
        var handles = conduit.Handles;

        var before = (Conduit: ProcessorTicks.Of(conduit.Id), Generator: ProcessorTicks.Of(Environment.ProcessId), Database: DatabaseTicks(pool));
        using var pacer = new Pacer(Load);
        var memory = await RunAsync(conduit, traffic, pacer);
        var busy = pacer.Machine.SinceStart();
        var served = pacer.Machine.ShareOf(ProcessorTicks.Of(conduit.Id) - before.Conduit);
        var generated = pacer.Machine.ShareOf(ProcessorTicks.Of(Environment.ProcessId) - before.Generator);
        var stored = pacer.Machine.ShareOf(DatabaseTicks(pool) - before.Database);

        await IdleAsync(conduit);
        var after = conduit.Handles;
        var third = memory.Count / 3;
        var (middle, last) = (Median(memory[third..(2 * third)]), Median(memory[(2 * third)..]));
        conduit.Terminate();
        await conduit.WaitForExitAsync();

        // A wrong answer or a broken connection ended the run above. Other work can leave less than the floor of the rate needs.
        var aim = Math.Abs(busy - Load) <= 0.02 ? "as wanted" : $"where {Load:P0} was wanted";
        TestContext.Current.TestOutputHelper!.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            {store}: {traffic.Requests:N0} requests in {Duration.TotalSeconds:N0} s, 0 errors
              machine  {busy:P1} busy, {aim}, nine of ten intervals {Quantile(pacer.Loads, 0.05):P0} to {Quantile(pacer.Loads, 0.95):P0}: Conduit {served:P1}, load generator {generated:P1}, PostgreSQL {stored:P1}, all else {busy - served - generated - stored:P1}
              memory   {middle / 1e6:F1} MB in the middle third, {last / 1e6:F1} MB in the last ({(last / middle) - 1:+0.0%;-0.0%;0.0%})
              handles  {handles} before, {after} after; connections 0 after; exit code {conduit.ExitCode}
            """));
        Assert.True(last <= (middle * Tolerance) + (Duration < Long ? RoomOfAShortRun : 0), $"Memory grew from {middle:N0} to {last:N0} bytes.");
        Assert.InRange(after, 0, handles + pool);
        Assert.Equal(0, conduit.ExitCode);
    }

    private static long DatabaseTicks(int pool) => pool == 0 ? 0 : ProcessorTicks.Of(PostgresServer.Shared.ProcessId);

    private static async Task<List<long>> RunAsync(ConduitProcess conduit, Traffic traffic, Pacer pacer)
    {
        using var end = new CancellationTokenSource(Duration);
        var memory = new List<long>();
        var seed = Seed.Value;
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        List<Task> tasks = [pacer.RunAsync(end.Token), WatchAsync(conduit, memory, end.Token)];
        tasks.AddRange(Enumerable.Range(0, Workers).Select(worker => WorkAsync(traffic, pacer, new Random(seed + worker), end.Token)));
        while (tasks.Count > 0)
        {
            var done = await Task.WhenAny(tasks);
            tasks.Remove(done);
            if (!done.IsCanceled)
            {
                await done;
            }
        }

        return memory;
    }

    private static async Task WorkAsync(Traffic traffic, Pacer pacer, Random random, CancellationToken end)
    {
        while (true)
        {
            await pacer.WaitAsync(end);
            await traffic.ActAsync(random);
        }
    }

    private static async Task WatchAsync(ConduitProcess conduit, List<long> memory, CancellationToken end)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (await timer.WaitForNextTickAsync(end))
        {
            memory.Add(conduit.Resident);
        }
    }

    /// <summary>Until the server has seen that all of our connections are closed: its sockets are then its own.</summary>
    private static async Task IdleAsync(ConduitProcess conduit)
    {
        conduit.Api.CloseIdle();
        await Eventually.TrueAsync(() => Task.FromResult(EstablishedTo(conduit.Api.BaseAddress.Port) == 0));
    }

    private static int EstablishedTo(int port)
    {
        const string established = "01";
        var local = "0100007F:" + port.ToString("X4", CultureInfo.InvariantCulture);
        return File.ReadLines("/proc/net/tcp").Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Count(fields => fields[1] == local && fields[3] is established or "08");
    }

    private static double Median(List<long> values) => values.Order().ElementAt(values.Count / 2);

    private static double Quantile(List<double> values, double part) => values.Order().ElementAt((int)(values.Count * part));
}
