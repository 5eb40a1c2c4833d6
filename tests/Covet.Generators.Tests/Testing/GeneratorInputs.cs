using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Generators.Tests;

/// <summary>What a project hands to the generator beside its source.</summary>
/// <param name="Files">Its additional files.</param>
/// <param name="Options">Its properties, as the SDK hands them to the compiler.</param>
internal sealed record GeneratorInputs(ImmutableArray<AdditionalText> Files, AnalyzerConfigOptionsProvider? Options = null)
{
    public static GeneratorInputs None { get; } = new([]);
}
