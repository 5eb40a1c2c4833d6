using System.ComponentModel.DataAnnotations;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Covet.Internal;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Validation;

namespace Covet.Benchmarks.Validation;

/// <summary>
/// The checks of one body, which both have already: Covet's generated validator, as an endpoint calls it, against the
/// validation of .NET 10's Minimal APIs, as its endpoint filter calls it. Invalid bodies break every rule.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ValidationBenchmarks
{
    private readonly TenRules valid10 = TenRules.Valid();
    private readonly TenRules invalid10 = TenRules.Invalid();
    private readonly HundredRules valid100 = HundredRules.Of(TenRules.Valid);
    private readonly HundredRules invalid100 = HundredRules.Of(TenRules.Invalid);
    private ServiceProvider services = null!;
    private DefaultHttpContext context = null!;
    private ValidationOptions options = null!;
    private IValidatableInfo info10 = null!;
    private IValidatableInfo info100 = null!;

    [GlobalSetup]
    public void Setup()
    {
        services = new ServiceCollection().AddValidation().BuildServiceProvider();
        context = new DefaultHttpContext { RequestServices = services };
        options = services.GetRequiredService<IOptions<ValidationOptions>>().Value;
        info10 = Info(typeof(TenRules));
        info100 = Info(typeof(HundredRules));
        var ours = Covet10(invalid10)?.Items.Count;
        var theirs = Peer(info10, invalid10)?.Values.Sum(v => v.Length);
        if (Covet10(valid10) is not null || Peer(info10, valid10) is not null || Covet100(valid100) is not null || Peer(info100, valid100) is not null || ours != theirs || ours is null or 0)
        {
            throw new InvalidOperationException($"The two do not check the same: {ours} and {theirs} errors.");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => services.Dispose();

    [Benchmark(Baseline = true), BenchmarkCategory("10 rules, valid")]
    public object? MinimalApiValid10() => Peer(info10, valid10);

    [Benchmark, BenchmarkCategory("10 rules, valid")]
    public object? CovetValid10() => Covet10(valid10);

    [Benchmark(Baseline = true), BenchmarkCategory("10 rules, invalid")]
    public object? MinimalApiInvalid10() => Peer(info10, invalid10);

    [Benchmark, BenchmarkCategory("10 rules, invalid")]
    public object? CovetInvalid10() => Covet10(invalid10);

    [Benchmark(Baseline = true), BenchmarkCategory("100 rules, valid")]
    public object? MinimalApiValid100() => Peer(info100, valid100);

    [Benchmark, BenchmarkCategory("100 rules, valid")]
    public object? CovetValid100() => Covet100(valid100);

    [Benchmark(Baseline = true), BenchmarkCategory("100 rules, invalid")]
    public object? MinimalApiInvalid100() => Peer(info100, invalid100);

    [Benchmark, BenchmarkCategory("100 rules, invalid")]
    public object? CovetInvalid100() => Covet100(invalid100);

    private RequestErrors? Covet10(TenRules value) =>
        Now(ModelValidation.RunAsync<TenRules, global::Covet.Generated.Covet_Benchmarks_Validation_TenRulesValidator>(context, value, "", null));

    private RequestErrors? Covet100(HundredRules value) =>
        Now(ModelValidation.RunAsync<HundredRules, global::Covet.Generated.Covet_Benchmarks_Validation_HundredRulesValidator>(context, value, "", null));

    private static RequestErrors? Now(ValueTask<RequestErrors?> errors) =>
        errors.IsCompletedSuccessfully ? errors.Result : throw new InvalidOperationException("No service has a validator, so nothing waits.");

    private Dictionary<string, string[]>? Peer(IValidatableInfo info, object value)
    {
        var validation = new ValidateContext { ValidationOptions = options, ValidationContext = new ValidationContext(value, "body", services, null) };
        info.ValidateAsync(value, validation, CancellationToken.None).GetAwaiter().GetResult();
        return validation.ValidationErrors is { Count: > 0 } errors ? errors : null;
    }

    private IValidatableInfo Info(Type type) =>
        options.TryGetValidatableTypeInfo(type, out var info) ? info : throw new InvalidOperationException($"{type} has no validation.");
}
