using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>
/// Runs the generator over a user's source, and nothing else in these tests does. There are three ways in, and so three kinds of
/// tests. <see cref="Verify"/> is for what the generator writes: nobody reads generated code without a snapshot of it.
/// <see cref="Compile"/> is for what the code does: it gives an assembly to run, or to read a document out of, and no text; a class
/// whose tests do this has a snapshot of what is generated in it, or they fail. <see cref="RunUnchecked"/> and
/// <see cref="Diagnose"/> are for what the generator refuses. The first two prove of every source that the output compiles
/// without a warning, that a second run from nothing gives the same bytes, that an unrelated edit finds everything in the
/// cache, and that a further handler leaves the files of all others as they are.
/// </summary>
internal static class GeneratorTestHelper
{
    /// <summary>The path of the user's file.</summary>
    public const string UserPath = UserCode.Path;

    /// <summary>What comes into a user's project by itself.</summary>
    public const string ImplicitUsings = UserCode.ImplicitUsings;

    /// <summary>All checks, and the generated files against the snapshot of the calling test.</summary>
    /// <param name="source">The user's file. Global usings of a web project are there already.</param>
    /// <param name="files">Which generated files the snapshot holds, by hint name; all where it is null.</param>
    /// <param name="references">Libraries that the user's project refers to; see <see cref="CompileLibrary"/>.</param>
    /// <param name="outputKind">What the user's project makes.</param>
    /// <param name="sourceFile">The test's file, from the compiler.</param>
    /// <param name="test">The test's name, from the compiler.</param>
    public static GeneratorRun Verify(
        string source,
        Func<string, bool>? files = null,
        IEnumerable<CompiledLibrary>? references = null,
        OutputKind outputKind = OutputKind.ConsoleApplication,
        [CallerFilePath] string sourceFile = "",
        [CallerMemberName] string test = "")
    {
        var run = Run(source, references, outputKind: outputKind);
        run.Verify(files, Path.GetFileNameWithoutExtension(sourceFile), test);
        return run;
    }

    /// <summary>All checks, and the assembly.</summary>
    /// <param name="source">The user's file.</param>
    /// <param name="references">Libraries that the user's project refers to.</param>
    /// <param name="assemblyName">The name of the user's assembly.</param>
    /// <param name="outputKind">What the user's project makes. A program without an entry point of its own is given one.</param>
    /// <param name="beside">A file that the generator does not see, which calls what it made.</param>
    /// <param name="inputs">What the user's project hands to the generator beside its source.</param>
    public static CompiledLibrary Compile(
        string source,
        IEnumerable<CompiledLibrary>? references = null,
        string assemblyName = "App",
        OutputKind outputKind = OutputKind.ConsoleApplication,
        string? beside = null,
        GeneratorInputs? inputs = null)
    {
        var run = Run(source, references, assemblyName, outputKind, inputs);
        if (run.HasOwnFiles)
        {
            Snapshot.IsNeeded();
        }

        return (beside is null ? run : run.WithFile(beside, "/app/EntryPoint.cs")).Emit();
    }

    /// <summary>Runs the generator and proves what holds for every run: no warnings, the same bytes again, full caching, and that an edit regenerates what it touches alone.</summary>
    private static GeneratorRun Run(
        string source,
        IEnumerable<CompiledLibrary>? references,
        string assemblyName = "App",
        OutputKind outputKind = OutputKind.ConsoleApplication,
        GeneratorInputs? inputs = null)
    {
        var run = RunUnchecked(source, references, assemblyName, outputKind, inputs);
        run.Prove();
        return run;
    }

    /// <summary>Runs the generator over source that it refuses, or that does not compile; nothing is asserted but that the generator does not throw.</summary>
    public static GeneratorRun RunUnchecked(
        string source,
        IEnumerable<CompiledLibrary>? references = null,
        string assemblyName = "App",
        OutputKind outputKind = OutputKind.ConsoleApplication,
        GeneratorInputs? inputs = null,
        string path = UserPath)
    {
        CompiledLibrary[] libraries = [.. references ?? []];
        var compilation = CreateCompilation(source, path, libraries, assemblyName, outputKind);
        return GeneratorRun.Start(compilation, UserCode.ParseOptions, libraries, inputs ?? GeneratorInputs.None);
    }

    /// <summary>The diagnostics that the generator reports for source that it refuses, in the order of their places.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(string source, IEnumerable<CompiledLibrary>? references = null, GeneratorInputs? inputs = null) =>
        [.. RunUnchecked(source, references, inputs: inputs).Diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>Compiles a class library, with the generator, for a user's project to refer to.</summary>
    public static CompiledLibrary CompileLibrary(string assemblyName, string source, IEnumerable<CompiledLibrary>? references = null) =>
        Compile(source, references, assemblyName, OutputKind.DynamicallyLinkedLibrary);

    /// <summary>Parses a further file as the user's project would.</summary>
    public static SyntaxTree Parse(string source, string path) => UserCode.Parse(source, path);

    private static CSharpCompilation CreateCompilation(string source, string path, CompiledLibrary[] libraries, string assemblyName, OutputKind outputKind)
    {
        // Checked arithmetic and no unsafe code: the settings under which generated code may not lean on its defaults.
        var options = new CSharpCompilationOptions(
            outputKind,
            nullableContextOptions: NullableContextOptions.Enable,
            warningLevel: 9999,
            checkOverflow: true,
            optimizationLevel: OptimizationLevel.Debug,
            deterministic: true,
            // Documentation is the user's own choice; assembly version unification is the SDK's business.
            specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress), new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);
        var compilation = CSharpCompilation.Create(
            assemblyName,
            [Parse(ImplicitUsings, "/app/obj/GlobalUsings.g.cs"), Parse(source, path)],
            [.. References.All, .. libraries.Select(l => l.Reference)],
            options);
        return UserCode.WithEntryPoint(compilation);
    }
}
