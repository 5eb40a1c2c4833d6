using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Generators.Tests;

/// <summary>What a project hands to the generator beside its source.</summary>
/// <param name="Files">Its additional files.</param>
/// <param name="Options">Its properties, as the SDK hands them to the compiler.</param>
internal sealed record GeneratorInputs(ImmutableArray<AdditionalText> Files, AnalyzerConfigOptionsProvider? Options = null)
{
    public static GeneratorInputs None { get; } = new([]);

    /// <summary>How its source is parsed.</summary>
    public CSharpParseOptions Parsing { get; init; } = UserCode.ParseOptions;

    /// <summary>The path of the user's file.</summary>
    public string Path { get; init; } = UserCode.Path;

    /// <summary>Its further files of source.</summary>
    public IReadOnlyList<(string Text, string Path)> More { get; init; } = [];

    /// <summary>
    /// Whether the driver keeps what each step did. Roslyn 4.14 loses an output where it does and a step that gave three items gives two:
    /// not in that run but in the next, where nothing has changed. A test that edits many times goes without, as compilers and editors do.
    /// </summary>
    public bool CountsSteps { get; init; } = true;
}
