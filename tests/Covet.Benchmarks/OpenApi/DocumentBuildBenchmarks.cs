using BenchmarkDotNet.Attributes;
using Covet.Generators;
using Covet.Generators.Emit.OpenApi;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Benchmarks.OpenApi;

/// <summary>
/// What the document adds to a build: its fragments, putting them together, and the constant as C#, once from nothing and
/// once after an edit of one handler. The compiler's own time for a constant of that length is not in it.
/// </summary>
[MemoryDiagnoser]
public class DocumentBuildBenchmarks
{
    private readonly OpenApiOptionsSpec options = new("App", "1.0.0");
    private HandlerSpec[] handlers = null!;
    private OpenApiFragmentSpec[] fragments = null!;

    /// <summary>How many endpoints the application has.</summary>
    [Params(100, 1000)]
    public int Endpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var driver = CSharpGeneratorDriver.Create(
            [new CovetGenerator().AsSourceGenerator()],
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        var result = driver.RunGenerators(GeneratorBenchmarks.Compilation(Endpoints)).GetRunResult().Results.Single();
        handlers = [.. result.TrackedSteps[StepNames.HandlerSpecs].SelectMany(step => step.Outputs).Select(output => (HandlerSpec)output.Value)];
        fragments = [.. handlers.Select(FragmentBuilder.Create)];
        if (handlers.Sum(handler => handler.Endpoints.Count) != Endpoints || Emit(fragments).Length < 100 * Endpoints)
        {
            throw new InvalidOperationException("The document is not that of all endpoints.");
        }
    }

    [Benchmark]
    public string FromNothing() => Emit(handlers.Select(FragmentBuilder.Create));

    [Benchmark]
    public string AfterAnEditOfOneHandler()
    {
        fragments[0] = FragmentBuilder.Create(handlers[0]);
        return Emit(fragments);
    }

    private string Emit(IEnumerable<OpenApiFragmentSpec> parts) => OpenApiEmitter.Emit(DocumentComposer.Compose(
        new OpenApiSpec(true, options, parts.ToEquatableArray(), default, default)));
}
