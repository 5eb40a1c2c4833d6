using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Covet.Generators.Tests;

/// <summary>
/// Runs the generator over a user's source, and nothing else in these tests does. Every way in compares what comes out with a snapshot
/// of the running test and proves caching both ways: an unrelated edit finds everything in the cache, and a further handler is generated
/// and leaves the files of all others as they are. <see cref="Verify"/> is for what the generator writes, and chooses the files that the
/// snapshot holds. <see cref="Compile"/> is for what the code does: it gives an assembly to run or to read a document out of, and its
/// snapshot holds what the folder of the test says (<see cref="SnapshotSubject"/>). <see cref="Refuse"/> and <see cref="Diagnose"/> are for
/// what the generator refuses; the snapshot holds what it reports. The first two prove that the output compiles without a warning.
/// <see cref="RunRandom"/> alone compares nothing: nobody can read what is made of sources that are others each time.
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
    /// <param name="subject">The source as the test gave it, where what is around it is not the test's.</param>
    /// <param name="show">What the snapshot holds; null for what the folder of the test says.</param>
    public static CompiledLibrary Compile(
        string source,
        IEnumerable<CompiledLibrary>? references = null,
        string assemblyName = "App",
        OutputKind outputKind = OutputKind.ConsoleApplication,
        string? beside = null,
        GeneratorInputs? inputs = null,
        string? subject = null,
        Func<CompiledLibrary, IReadOnlyList<KeyValuePair<string, string>>>? show = null)
    {
        var run = Run(source, references, assemblyName, outputKind, inputs);
        var compiled = (beside is null ? run : run.WithFile(beside, "/app/EntryPoint.cs")).Emit();
        compiled = compiled with { Shown = show?.Invoke(compiled) ?? compiled.Shown };

        // What a project refers to and hands over decides too, so that such runs share no snapshot.
        Snapshot.VerifySubject(compiled.Shown, references is null && inputs is null ? subject ?? source : null, assemblyName);
        return compiled;
    }

    /// <summary>Runs the generator and proves what holds for every run: no warnings, the same bytes again, full caching, and that an edit regenerates what it touches alone.</summary>
    private static GeneratorRun Run(
        string source,
        IEnumerable<CompiledLibrary>? references,
        string assemblyName = "App",
        OutputKind outputKind = OutputKind.ConsoleApplication,
        GeneratorInputs? inputs = null)
    {
        var run = Start(source, references, assemblyName, outputKind, inputs);
        run.Prove();
        return run;
    }

    /// <summary>Runs the generator over source that it refuses; what it reports stands in the snapshot, also that it reports nothing.</summary>
    public static GeneratorRun Refuse(string source, IEnumerable<CompiledLibrary>? references = null, GeneratorInputs? inputs = null)
    {
        var run = Start(source, references, inputs: inputs);
        run.ProveRefused();
        run.VerifyRefusals();
        return run;
    }

    /// <summary>All checks that hold for source that may be refused: of its code where it is not, and else of what is reported.</summary>
    /// <returns>The run, and whether the generator refuses the source.</returns>
    public static (GeneratorRun Run, bool IsRefused) GenerateOrRefuse(string source)
    {
        var run = Start(source, null);
        if (run.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            run.ProveRefused();
            run.VerifyRefusals();
            return (run, true);
        }

        // The warnings of such sources are their own business; those of what is generated from them are not.
        run.Prove(usersWarnings: false);
        Snapshot.VerifySubject(run.Emit().Shown, null, "App");
        return (run, false);
    }

    /// <summary>Runs the generator over source that is another one each time, or that the compiler refuses; nothing is asserted but that the generator does not throw.</summary>
    /// <param name="source">The user's file.</param>
    /// <param name="inputs">What the user's project hands to the generator beside it.</param>
    public static GeneratorRun RunRandom(string source, GeneratorInputs? inputs = null) => Start(source, null, inputs: inputs);

    private static GeneratorRun Start(
        string source,
        IEnumerable<CompiledLibrary>? references = null,
        string assemblyName = "App",
        OutputKind outputKind = OutputKind.ConsoleApplication,
        GeneratorInputs? inputs = null)
    {
        CompiledLibrary[] libraries = [.. references ?? []];
        inputs ??= GeneratorInputs.None;
        return GeneratorRun.Start(CreateCompilation(source, libraries, assemblyName, outputKind, inputs), libraries, inputs);
    }

    /// <summary>The diagnostics that the generator reports for source that it refuses, in the order of their places.</summary>
    public static ImmutableArray<Diagnostic> Diagnose(string source, IEnumerable<CompiledLibrary>? references = null, GeneratorInputs? inputs = null) =>
        [.. Refuse(source, references, inputs).Diagnostics.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal)];

    /// <summary>Compiles a class library, with the generator, for a user's project to refer to.</summary>
    public static CompiledLibrary CompileLibrary(string assemblyName, string source, IEnumerable<CompiledLibrary>? references = null) =>
        Compile(source, references, assemblyName, OutputKind.DynamicallyLinkedLibrary);

    private static CSharpCompilation CreateCompilation(string source, CompiledLibrary[] libraries, string assemblyName, OutputKind outputKind, GeneratorInputs inputs)
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
            [.. inputs.More.Prepend((ImplicitUsings, "/app/obj/GlobalUsings.g.cs")).Append((source, inputs.Path)).Select(file => UserCode.Parse(file.Item1, file.Item2, inputs.Parsing))],
            [.. References.All, .. libraries.Select(l => l.Reference)],
            options);
        return UserCode.WithEntryPoint(compilation, inputs.Parsing);
    }
}
