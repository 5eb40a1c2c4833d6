using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests;

/// <summary>An assembly that was compiled in memory, with the libraries that it needs.</summary>
internal sealed record CompiledLibrary(string AssemblyName, byte[] Image, byte[] Symbols, IReadOnlyList<CompiledLibrary> Libraries)
{
    public MetadataReference Reference { get; } = MetadataReference.CreateFromImage(Image);

    /// <summary>The hint names of the files that the generator added.</summary>
    public IReadOnlyList<string> GeneratedFiles { get; init; } = [];

    /// <summary>What the snapshot of a test that compiles it holds.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Shown { get; init; } = [];
}
