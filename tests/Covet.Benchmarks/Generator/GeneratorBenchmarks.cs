using BenchmarkDotNet.Attributes;
using Covet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Benchmarks;

/// <summary>
/// What the generator costs a build: all endpoints from nothing. Ten endpoints a handler, a file a handler, a model each, as a
/// user would have them. <see cref="KeystrokeBenchmarks"/> has what it costs after one line changed.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const int EndpointsOfHandler = 10;

    private CSharpCompilation compilation = null!;

    /// <summary>How many endpoints the application has.</summary>
    [Params(500, 5000)]
    public int Endpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        compilation = Compilation(Endpoints);
        var result = NewDriver().RunGenerators(compilation).GetRunResult();
        if (result.GeneratedTrees.Length < Endpoints || !result.Diagnostics.IsEmpty)
        {
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} files, {string.Join('\n', result.Diagnostics.Take(5))}");
        }
    }

    /// <summary>The first build.</summary>
    [Benchmark]
    public GeneratorDriver FromNothing() => NewDriver().RunGenerators(compilation);

    /// <summary>An application of that many endpoints.</summary>
    internal static CSharpCompilation Compilation(int endpoints) => CSharpCompilation.Create(
        "App",
        Enumerable.Range(0, endpoints / EndpointsOfHandler).Select(i => CSharpSyntaxTree.ParseText(HandlerSource(i), path: $"/app/Handler{i}.cs")),
        References(),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private static CSharpGeneratorDriver NewDriver() => CSharpGeneratorDriver.Create(new CovetGenerator());

    private static string HandlerSource(int handler)
    {
        var methods = string.Concat(Enumerable.Range(0, EndpointsOfHandler / 2).Select(i => $$"""

                /// <summary>Finds one.</summary>
                [Covet.Get("{{i}}/{id:int}")]
                public Model{{handler}}? Get{{i}}(int id) => new(id, "name", null);

                /// <summary>Adds one.</summary>
                [Covet.Post("{{i}}")]
                public Model{{handler}} Add{{i}}(Model{{handler}} model, bool force = false) => model;

            """));
        return $$"""
            #nullable enable
            using System.Collections.Generic;
            using System.ComponentModel.DataAnnotations;

            namespace App;

            public sealed record Model{{handler}}([property: Range(1, 1000)] int Id, [property: Required, StringLength(50)] string Name, List<string>? Tags);

            /// <summary>Things of one kind.</summary>
            [Covet.Handler("/things{{handler}}")]
            public sealed class Handler{{handler}}
            {
            {{methods}}}
            """;
    }

    private static IEnumerable<MetadataReference> References() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileName(p) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || name.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) || name is "netstandard.dll" or "Covet.Runtime.dll"))
            .Select(p => MetadataReference.CreateFromFile(p));
}
