using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

/// <summary>What all rules together cost the compiler. Alone in the process, as processor time counts every thread of it.</summary>
[CollectionDefinition(nameof(SpeedTests), DisableParallelization = true)]
[Collection(nameof(SpeedTests))]
public sealed class SpeedTests
{
    private const double Goal = 0.15;
    private const int MostRounds = 5;

    [Fact]
    public async Task Five_hundred_endpoints_have_no_finding_and_cost_less_than_fifteen_parts_of_a_hundred_of_the_compilers_time()
    {
        var options = ProjectOptions.In("//! build_property.IsAotCompatible = true\n");
        var compiler = TimeSpan.MaxValue;
        var driver = TimeSpan.MaxValue;
        var analyzers = TimeSpan.MaxValue;
        var figures = new StringBuilder();
        AnalysisResult? result = null;

        // Compiling is binding and emitting alone: the generator's time, which the compiler waits for too, is left out to be strict.
        // Processor time, which other programs on the machine do not add to, and of two rounds or more the least: above it
        // are the runtime's warming up and the collector. The driver's own part, the same for any analyzer, is that of one
        // that does nothing; it comes last, as what comes first finds less in the caches.
        for (var round = 0; round < 2 || (round < MostRounds && Share() >= Goal); round++)
        {
            UserProject? project = null;
            var generated = await TimeAsync(() =>
            {
                project = UserProject.Create(FiveHundredEndpoints.Parse(), options);
                return Task.CompletedTask;
            });
            var compiled = await TimeAsync(() =>
            {
                using var image = new MemoryStream();
                Assert.True(project!.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
                return Task.CompletedTask;
            });
            var all = await TimeAsync(async () => result = await AnalyzeAsync(project!, options, Rules.Analyzers));
            var idle = await TimeAsync(() => AnalyzeAsync(project!, options, [new IdleAnalyzer()]));
            Assert.Empty(project!.Generated);
            Assert.Empty(result!.GetAllDiagnostics().Select(d => d.ToString()));
            var telemetry = result.AnalyzerTelemetryInfo.OrderByDescending(p => p.Value.ExecutionTime).ToList();
            figures.Append(CultureInfo.InvariantCulture, $"generator {generated.TotalMilliseconds:F0} ms, compiler {compiled.TotalMilliseconds:F0} ms, driver {idle.TotalMilliseconds:F0} ms, driver and analyzers {all.TotalMilliseconds:F0} ms; by the clock {telemetry.Sum(p => p.Value.ExecutionTime.TotalMilliseconds):F0} ms: {string.Join(", ", telemetry.Take(8).Select(p => $"{p.Key.GetType().Name} {p.Value.ExecutionTime.TotalMilliseconds:F0}"))}\n");
            compiler = Less(compiler, compiled);
            driver = Less(driver, idle);
            analyzers = Less(analyzers, all);
        }

        figures.Append(CultureInfo.InvariantCulture, $"share {Share():P1}");
        TestContext.Current.TestOutputHelper?.WriteLine(figures.ToString());
        Assert.True(Share() < Goal, figures.ToString());

        double Share() => (analyzers - driver) / compiler;
    }

    private static Task<AnalysisResult> AnalyzeAsync(UserProject project, ProjectOptions options, ImmutableArray<DiagnosticAnalyzer> analyzers) =>
        project.Output.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(new AnalyzerOptions([], options), null, concurrentAnalysis: false, logAnalyzerExecutionTime: true))
            .GetAnalysisResultAsync(TestContext.Current.CancellationToken);

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return process.TotalProcessorTime - before;
    }

    private static TimeSpan Less(TimeSpan a, TimeSpan b) => a < b ? a : b;

#pragma warning disable RS1001 // It measures, and is exported to no compiler.
    private sealed class IdleAnalyzer : DiagnosticAnalyzer
#pragma warning restore RS1001
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("TEST0001", "None", "None", "Test", DiagnosticSeverity.Warning, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSyntaxNodeAction(static _ => { }, SyntaxKind.ClassDeclaration);
        }
    }
}
