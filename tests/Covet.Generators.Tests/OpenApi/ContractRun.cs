using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Generators.Tests.OpenApi;

/// <summary>Runs the generator with an additional file.</summary>
internal static class ContractRun
{
    public static ImmutableArray<Diagnostic> Diagnose(string source, string path, string text)
    {
        var input = GeneratorTestHelper.RunUnchecked(source, outputKind: OutputKind.ConsoleApplication);
        var compilation = CSharpCompilation.Create(
            "App",
            [GeneratorTestHelper.Parse(GeneratorTestHelper.ImplicitUsings, "/app/obj/GlobalUsings.g.cs"), GeneratorTestHelper.Parse(source, GeneratorTestHelper.UserPath)],
            References.All,
            (CSharpCompilationOptions)input.Output.Options);
        return CSharpGeneratorDriver
            .Create([new CovetGenerator().AsSourceGenerator()], [new File(path, text)])
            .RunGenerators(compilation, TestContext.Current.CancellationToken)
            .GetRunResult()
            .Diagnostics;
    }

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
