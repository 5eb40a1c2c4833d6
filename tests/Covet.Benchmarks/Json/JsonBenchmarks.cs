using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;

namespace Covet.Benchmarks.Json;

/// <summary>
/// JSON of one type against System.Text.Json's source generation, into and out of memory that is used again. The column Ratio
/// is Covet's time in System.Text.Json's, Alloc Ratio the same of allocations.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
[SimpleJob(warmupCount: 4, iterationCount: 8)]
[GenericTypeArguments(typeof(Small))]
[GenericTypeArguments(typeof(Medium))]
[GenericTypeArguments(typeof(List<Small>))]
[GenericTypeArguments(typeof(Texts))]
[GenericTypeArguments(typeof(Numbers))]
public class JsonBenchmarks<T> : IDisposable
{
    private readonly ArrayBufferWriter<byte> buffer = new(1024 * 1024);
    private readonly JsonTypeInfo<T> info = (JsonTypeInfo<T>)PeerContext.Default.GetTypeInfo(typeof(T))!;
    private readonly T value = (T)Payloads.Create(typeof(T));
    private Utf8JsonWriter writer = null!;
    private byte[] utf8 = [];

    [GlobalSetup]
    public void Setup()
    {
        writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { SkipValidation = true });
        utf8 = JsonSerializer.SerializeToUtf8Bytes(value, info);
        if (!CovetJson.SerializeToUtf8Bytes(value).AsSpan().SequenceEqual(utf8) || !JsonSerializer.SerializeToUtf8Bytes(CovetJson.Deserialize<T>(utf8)!, info).AsSpan().SequenceEqual(utf8))
        {
            throw new InvalidOperationException($"{typeof(T)} differs.");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    [BenchmarkCategory("Write"), Benchmark(Baseline = true, Description = "System.Text.Json")]
    public int PeerWrite()
    {
        buffer.ResetWrittenCount();
        writer.Reset(buffer);
        JsonSerializer.Serialize(writer, value, info);
        return buffer.WrittenCount;
    }

    [BenchmarkCategory("Write"), Benchmark(Description = "Covet")]
    public int CovetWrite()
    {
        buffer.ResetWrittenCount();
        CovetJson.Serialize(buffer, value);
        return buffer.WrittenCount;
    }

    [BenchmarkCategory("Read"), Benchmark(Baseline = true, Description = "System.Text.Json")]
    public T? PeerRead() => JsonSerializer.Deserialize(utf8, info);

    [BenchmarkCategory("Read"), Benchmark(Description = "Covet")]
    public T? CovetRead() => CovetJson.Deserialize<T>(utf8);

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            writer.Dispose();
        }
    }
}
