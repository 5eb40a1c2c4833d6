using BenchmarkDotNet.Attributes;
using Covet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Benchmarks;

/// <summary>
/// What the generator costs a build and a keystroke: all endpoints from nothing, and again after one line of one handler
/// changed. Ten endpoints a handler, a file a handler, a model each, as a user would have them.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private const int EndpointsOfHandler = 10;

    private CSharpCompilation compilation = null!;
    private CSharpCompilation editedBody = null!;
    private CSharpCompilation editedSignature = null!;
    private GeneratorDriver warm = null!;

    /// <summary>How many endpoints the application has.</summary>
    [Params(500, 5000)]
    public int Endpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        compilation = Compilation(Endpoints);
        var trees = compilation.SyntaxTrees;
        editedBody = Edit(trees[0], "=> new(id", "=> new(1 + id");
        editedSignature = Edit(trees[0], "Get0(int id)", "Get0(int id, string? more)");
        warm = NewDriver().RunGenerators(compilation);
        var result = warm.GetRunResult();
        if (result.GeneratedTrees.Length < Endpoints || !result.Diagnostics.IsEmpty)
        {
            throw new InvalidOperationException($"{result.GeneratedTrees.Length} files, {string.Join('\n', result.Diagnostics.Take(5))}");
        }
    }

    /// <summary>The first build.</summary>
    [Benchmark]
    public GeneratorDriver FromNothing() => NewDriver().RunGenerators(compilation);

    /// <summary>A keystroke in the body of a method.</summary>
    [Benchmark]
    public GeneratorDriver AfterAnEditOfABody() => warm.RunGenerators(editedBody);

    /// <summary>A keystroke that changes an endpoint.</summary>
    [Benchmark]
    public GeneratorDriver AfterAnEditOfASignature() => warm.RunGenerators(editedSignature);

    /// <summary>An application of that many endpoints.</summary>
    internal static CSharpCompilation Compilation(int endpoints) => CSharpCompilation.Create(
        "App",
        Enumerable.Range(0, endpoints / EndpointsOfHandler).Select(i => CSharpSyntaxTree.ParseText(HandlerSource(i), path: $"/app/Handler{i}.cs")),
        References(),
        new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));

    private CSharpCompilation Edit(SyntaxTree tree, string before, string after)
    {
        var text = tree.ToString();
        var at = text.IndexOf(before, StringComparison.Ordinal);
        return compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length)), path: tree.FilePath));
    }

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
