using BenchmarkDotNet.Attributes;
using Covet.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Benchmarks;

/// <summary>
/// What the generator costs a keystroke, in an application of ten endpoints a handler, a file a handler. Each keystroke is
/// in another file and has a compilation of its own, as an editor has it: what the compiler found out for the one before is gone.
/// </summary>
[InvocationCount(Keystrokes)]
[WarmupCount(10)]
[IterationCount(10)]
public class KeystrokeBenchmarks
{
    private const int Keystrokes = 16;

    private readonly CSharpCompilation[] edited = new CSharpCompilation[Keystrokes];
    private CSharpCompilation compilation = null!;
    private GeneratorDriver warm = null!;
    private int next;
    private int typed;

    /// <summary>How many endpoints the application has.</summary>
    [Params(500, 5000)]
    public int Endpoints { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        compilation = GeneratorBenchmarks.Compilation(Endpoints);
        warm = CSharpGeneratorDriver.Create(new CovetGenerator()).RunGenerators(compilation);
    }

    [IterationSetup(Target = nameof(InABody))]
    public void TypeInBodies() => Type("=> new(id", static number => "=> new(" + number + " + id");

    [IterationSetup(Target = nameof(InASignature))]
    public void TypeInSignatures() => Type("Get0(int id)", static number => "Get0(int id, string? more" + number + ")");

    /// <summary>A keystroke in the body of an endpoint.</summary>
    [Benchmark]
    public GeneratorDriver InABody() => warm.RunGenerators(edited[next++]);

    /// <summary>A keystroke that changes an endpoint.</summary>
    [Benchmark]
    public GeneratorDriver InASignature() => warm.RunGenerators(edited[next++]);

    private void Type(string before, Func<int, string> after)
    {
        next = 0;
        for (var i = 0; i < Keystrokes; i++)
        {
            var tree = compilation.SyntaxTrees[++typed % compilation.SyntaxTrees.Length];
            var text = tree.ToString().Replace(before, after(typed), StringComparison.Ordinal);
            edited[i] = compilation.ReplaceSyntaxTree(tree, CSharpSyntaxTree.ParseText(text, path: tree.FilePath));
        }
    }
}
