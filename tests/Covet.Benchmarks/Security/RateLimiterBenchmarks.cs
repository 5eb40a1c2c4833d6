using System.Globalization;
using System.Threading.RateLimiting;
using BenchmarkDotNet.Attributes;

namespace Covet.Benchmarks.Security;

/// <summary>
/// A decision among a million callers, who come in no order: Covet's table against the platform's partitioned limiter, which
/// ASP.NET Core's rate limiting uses. The memory of a key is printed when the keys are in.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 7)]
public class RateLimiterBenchmarks
{
    private const int Keys = 1_000_000;
    private const int Decisions = 1_000;

    private readonly UInt128[] hashes = new UInt128[Keys];
    private int next;
    private RateLimiter covet = null!;
    private PartitionedRateLimiter<int> platform = null!;

    [GlobalSetup(Target = nameof(Covet))]
    public void SetupCovet()
    {
        FillHashes();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        covet = RateLimiter.Create(RateLimitAlgorithm.FixedWindow, 2_000_000_000, TimeSpan.FromDays(1), "bench", TimeProvider.System);
        for (var i = 0; i < Keys; i++)
        {
            covet.Decide(hashes[i]);
        }

        Print("Covet", before);
    }

    [GlobalSetup(Target = nameof(Platform))]
    public void SetupPlatform()
    {
        FillHashes();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        platform = PartitionedRateLimiter.Create<int, int>(static key => RateLimitPartition.GetFixedWindowLimiter(
            key,
            static _ => new FixedWindowRateLimiterOptions { PermitLimit = 2_000_000_000, Window = TimeSpan.FromDays(1), AutoReplenishment = false }));
        for (var i = 0; i < Keys; i++)
        {
            using var lease = platform.AttemptAcquire(i);
        }

        Print("Platform", before);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Decisions)]
    public int Platform()
    {
        var allowed = 0;
        for (var i = 0; i < Decisions; i++)
        {
            using var lease = platform.AttemptAcquire(Next());
            allowed += lease.IsAcquired ? 1 : 0;
        }

        return allowed;
    }

    [Benchmark(OperationsPerInvoke = Decisions)]
    public int Covet()
    {
        var allowed = 0;
        for (var i = 0; i < Decisions; i++)
        {
            allowed += covet.Decide(hashes[Next()]).Allowed ? 1 : 0;
        }

        return allowed;
    }

    private static void Print(string who, long before) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"// {who}: {(GC.GetTotalMemory(forceFullCollection: true) - before) / (double)Keys:0.0} bytes a key at {Keys:n0} keys"));

    private void FillHashes()
    {
        Span<byte> bytes = stackalloc byte[4];
        for (var i = 0; i < Keys; i++)
        {
            BitConverter.TryWriteBytes(bytes, i);
            hashes[i] = SipHash.Compute(bytes);
        }
    }

    // A step that shares no factor with the number of keys meets each once before any again.
    private int Next() => next = (int)((next + 618_033L) % Keys);
}
