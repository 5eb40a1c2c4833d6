using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Covet.Generators.Tests.OpenApi;

/// <summary>Runs the generator with an additional file.</summary>
internal static class ContractRun
{
    public static ImmutableArray<Diagnostic> Diagnose(string source, string path, string text) =>
        GeneratorTestHelper.Diagnose(source, inputs: new([new File(path, text)]));

    private sealed class File(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
