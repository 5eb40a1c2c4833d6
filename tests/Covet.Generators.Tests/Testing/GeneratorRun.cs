using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Covet.Generators.Tests;

/// <summary>One run of the generator over a compilation, and what can be asked of it.</summary>
internal sealed class GeneratorRun
{
    // What these steps parse holds the places of its diagnostics, which a line above moves; the specs behind them do not.
    private static readonly string[] StepsWithPlaces = ["Handlers", "Declarations", "Services", "JsonCalls", "Diagnostics"];

    // The places of calls, which the compiler knows by a checksum of their file.
    private const string Calls = "CovetJsonCalls.g.cs";

    private readonly CSharpCompilation input;
    private readonly GeneratorDriver driver;
    private readonly GeneratorRunResult result;
    private readonly CompiledLibrary[] libraries;
    private readonly GeneratorInputs inputs;
    private bool isVerified;

    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver, CSharpCompilation output, CompiledLibrary[] libraries, GeneratorInputs inputs)
    {
        this.input = input;
        this.driver = driver;
        this.libraries = libraries;
        this.inputs = inputs;
        Output = output;
        result = driver.GetRunResult().Results.Single();
        if (result.Exception is { } exception)
        {
            Assert.Fail($"The generator threw: {exception}");
        }

        Files = result.GeneratedSources.ToImmutableSortedDictionary(s => s.HintName, s => s.SourceText.ToString(), StringComparer.Ordinal);
    }

    /// <summary>The hint names of the generated files.</summary>
    public IEnumerable<string> FileNames => Files.Keys;

    /// <summary>The user's code and the generated code.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Diagnostics => result.Diagnostics;

    /// <summary>
    /// How many outputs with source the last run computed anew; an output is a registered source output for one item. Outputs
    /// that give diagnostics alone look for their places in the current trees, and so run after every edit.
    /// </summary>
    private int ComputedOutputs => OutputSteps().Sum(s => s.Outputs.Count(o => !IsCached(o.Reason) && HasSource(o.Value)));

    // The texts are for the snapshot; a test that reads them has one.
    private ImmutableSortedDictionary<string, string> Files { get; }

    /// <summary>The text of the one generated file whose hint name contains <paramref name="part"/>; for tests with a snapshot.</summary>
    public string File(string part)
    {
        Assert.True(isVerified, "Generated code is read beside its snapshot: call GeneratorTestHelper.Verify.");
        return Assert.Single(Files, f => f.Key.Contains(part, StringComparison.Ordinal)).Value;
    }

    /// <summary>Compares the files, or some of them, with the snapshot of a test.</summary>
    public void Verify(Func<string, bool>? files, string testClass, string test)
    {
        var chosen = Files.Where(f => files?.Invoke(f.Key) ?? true).ToList();
        Assert.NotEmpty(chosen);
        Snapshot.Verify(chosen, testClass, test);
        isVerified = true;
    }

    /// <summary>Compares what the generator reported with the snapshot of the running test.</summary>
    public void VerifyRefusals() => Snapshot.VerifyRefusals(Refusals.Describe(result.Diagnostics));

    /// <summary>Proves what holds for every run over source that is in order.</summary>
    /// <param name="usersWarnings">Whether the user's own code may give no warning either.</param>
    public void Prove(bool usersWarnings = true)
    {
        CompilesWithoutWarnings(usersWarnings);
        IsOpenToDebuggers();
        IsDeterministic();
        IsCachedAfterUnrelatedEdits();
        RegeneratesWhatAnEditTouches();
    }

    /// <summary>Proves what holds for source that is refused too: no fault in what is generated all the same, and caching both ways.</summary>
    public void ProveRefused()
    {
        var faults = Output.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed && Files.ContainsKey(Path.GetFileName(d.Location.SourceTree?.FilePath ?? ""))).ToList();
        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(20).Select(Describe)) + "\n\n" + FilesOf(faults));
        IsDeterministic();
        IsCachedAfterUnrelatedEdits(["JsonModels"]); // A model that is refused is the place of its fault, and nothing more.
        RegeneratesWhatAnEditTouches();
    }

    /// <summary>
    /// What nobody who broke the source may see: errors in generated files, and what the generator reports elsewhere than in a file of the
    /// user's.
    /// </summary>
    public IReadOnlyList<Diagnostic> FaultsOutsideOfUsersFiles() => [.. Output.GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(d => d.Severity == DiagnosticSeverity.Error)
        .Concat(Diagnostics)
        .Where(d => d.Location.SourceTree is not { } tree || !input.ContainsSyntaxTree(tree))
        .Where(d => d.Location != Location.None || Diagnostics.Contains(d))];

    /// <summary>The files of some faults, with the numbers of their lines.</summary>
    public static string Describe(IEnumerable<Diagnostic> faults) => FilesOf([.. faults]);

    public static GeneratorRun Start(CSharpCompilation compilation, CompiledLibrary[] libraries, GeneratorInputs inputs)
    {
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new CovetGenerator().AsSourceGenerator()],
            additionalTexts: inputs.Files,
            optionsProvider: inputs.Options,
            parseOptions: inputs.Parsing,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: inputs.CountsSteps));
        return Continue(driver, compilation, libraries, inputs);
    }

    /// <summary>Runs again after an edit of the user's file, from the cache of this run.</summary>
    /// <param name="before">A text that stands in the file exactly once.</param>
    /// <param name="after">What takes its place.</param>
    public GeneratorRun AfterEdit(string before, string after)
    {
        var tree = UserTree();
        var text = tree.ToString();
        var at = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The source has no '{before}'.");
        Assert.True(text.IndexOf(before, at + 1, StringComparison.Ordinal) < 0, $"The source has '{before}' more than once.");
        var edited = string.Concat(text.AsSpan(0, at), after, text.AsSpan(at + before.Length));
        return Continue(driver, input.ReplaceSyntaxTree(tree, Parse(edited, tree.FilePath)), libraries, inputs);
    }

    /// <summary>
    /// Proves that an edit regenerates these files and nothing else: their text changes (or they come or go), every other
    /// file keeps its bytes, and no more outputs were computed than files changed.
    /// </summary>
    public GeneratorRun EditRegeneratesOnly(string before, string after, params string[] hintNames)
    {
        Assert.True(isVerified, "What an edit changes is read beside its snapshot: call GeneratorTestHelper.Verify.");
        var next = AfterEdit(before, after);
        next.CompilesWithoutWarnings();
        var changed = Files.Keys.Union(next.Files.Keys)
            .Where(k => Files.GetValueOrDefault(k) != next.Files.GetValueOrDefault(k))
            .Order(StringComparer.Ordinal);
        Assert.Equal(hintNames.Order(StringComparer.Ordinal), changed);
        Assert.True(next.ComputedOutputs <= hintNames.Length, $"{next.ComputedOutputs} outputs were computed for {hintNames.Length} changed files:\n{next.DescribeSteps()}");
        return next;
    }

    /// <summary>Proves that user code and generated code compile with every warning on and none given.</summary>
    private void CompilesWithoutWarnings(bool usersWarnings = true)
    {
        var diagnostics = Diagnostics.Concat(Output.GetDiagnostics())
            .Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed)
            .Where(d => usersWarnings || d.Severity == DiagnosticSeverity.Error || d.Location.SourceTree?.FilePath != inputs.Path)
            .ToList();
        if (diagnostics.Count > 0)
        {
            Assert.Fail(string.Join("\n", diagnostics.Take(20).Select(Describe)) + "\n\n" + FilesOf(diagnostics));
        }
    }

    // A file has one path, at which the SDK writes it where a project asks for generated files, and nothing in it hides from a debugger.
    private void IsOpenToDebuggers()
    {
        foreach (var tree in Output.SyntaxTrees.Where(t => Files.ContainsKey(Path.GetFileName(t.FilePath))))
        {
            var text = tree.ToString();
            Assert.Equal($"Covet.Generators/Covet.Generators.CovetGenerator/{Path.GetFileName(tree.FilePath)}", tree.FilePath.Replace('\\', '/'));
            Assert.DoesNotContain("#line", text, StringComparison.Ordinal);
            Assert.DoesNotContain("DebuggerStepThrough", text, StringComparison.Ordinal);
            Assert.DoesNotContain("DebuggerHidden", text, StringComparison.Ordinal);
            Assert.DoesNotContain("DebuggerNonUserCode", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Proves that a run from nothing gives the same bytes.</summary>
    private void IsDeterministic() => Assert.Equal(Files, Start(input, libraries, inputs).Files);

    /// <summary>
    /// Proves that a new file, a comment above the user's code, and a rerun over the same source leave every named step
    /// and every output in the cache.
    /// </summary>
    private void IsCachedAfterUnrelatedEdits(string[]? withPlaces = null)
    {
        var unrelated = Parse("namespace Unrelated { internal static class Other { public static int Twice(int x) => 2 * x; } }", "/app/Unrelated.cs");
        Continue(driver, input.AddSyntaxTrees(unrelated), libraries, inputs).IsFromCache("a new file", [], outputs: 0);

        var tree = UserTree();
        var shifted = Parse("// A comment that moves every line.\n" + tree, tree.FilePath);
        Continue(driver, input.ReplaceSyntaxTree(tree, shifted), libraries, inputs).IsFromCache("a comment above the code", [.. StepsWithPlaces, .. withPlaces ?? []], outputs: Files.ContainsKey(Calls) ? 1 : 0);
    }

    /// <summary>
    /// Proves that an edit reaches the output, and that it touches nothing else: a further handler at the end of the user's
    /// file gives a file of its own and changes those of the whole assembly, and no file of another handler or type.
    /// </summary>
    private void RegeneratesWhatAnEditTouches()
    {
        var tree = UserTree();
        var edited = Parse(tree + "\n[global::Covet.Handler(\"covet-edit\")] internal sealed class CovetEditedHandler { [global::Covet.Get] public string Get() => \"\"; }\n", tree.FilePath);
        var next = Continue(driver, input.ReplaceSyntaxTree(tree, edited), libraries, inputs);
        var changed = Files.Keys.Union(next.Files.Keys).Where(k => Files.GetValueOrDefault(k) != next.Files.GetValueOrDefault(k)).ToList();
        Assert.Contains(changed, k => k.Contains("CovetEditedHandler", StringComparison.Ordinal));
        Assert.DoesNotContain(changed, k => Files.ContainsKey(k) && !k.StartsWith("Covet", StringComparison.Ordinal));
        Assert.True(next.ComputedOutputs <= changed.Count, $"{next.ComputedOutputs} outputs were computed for {changed.Count} changed files:\n{next.DescribeSteps()}");
    }

    /// <summary>The assembly that user code and generated code make.</summary>
    public CompiledLibrary Emit()
    {
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = Output.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb), cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error).Select(Describe)));
        return new CompiledLibrary(Output.AssemblyName!, image.ToArray(), symbols.ToArray(), libraries) { GeneratedFiles = [.. FileNames], Shown = SnapshotSubject.Of(Files) };
    }

    /// <summary>The same run with a further file in the output compilation, which the generator does not see.</summary>
    public GeneratorRun WithFile(string source, string path) =>
        new(input, driver, Output.AddSyntaxTrees(Parse(source, path)), libraries, inputs);

    /// <summary>Runs again, from the cache of this run, over other files of the user's; a file that is as it was stays the same tree.</summary>
    public GeneratorRun WithFiles(IReadOnlyList<(string Text, string Path)> files)
    {
        var before = input.SyntaxTrees.ToDictionary(tree => tree.FilePath, StringComparer.Ordinal);
        var trees = files.Select(file => before.GetValueOrDefault(file.Path) is { } tree && tree.ToString() == file.Text ? tree : Parse(file.Text, file.Path));
        return Continue(driver, input.RemoveAllSyntaxTrees().AddSyntaxTrees(trees.Prepend(before["/app/obj/GlobalUsings.g.cs"]).Append(before["/app/EntryPoint.cs"])), libraries, inputs);
    }

    /// <summary>Runs over the same files, of which nothing is known from before.</summary>
    public GeneratorRun FromNothing() =>
        Start(input.RemoveAllSyntaxTrees().AddSyntaxTrees(input.SyntaxTrees.Select(tree => Parse(tree.ToString(), tree.FilePath))), libraries, inputs);

    /// <summary>What this run wrote or reported otherwise than another; empty where nothing.</summary>
    public string DifferenceFrom(GeneratorRun other) => string.Concat(
        Written(this).Keys.Union(Written(other).Keys).Where(name => Written(this).GetValueOrDefault(name) != Written(other).GetValueOrDefault(name))
            .Select(name => $"-- {name}\n{LineDiff.Between(Written(other).GetValueOrDefault(name) ?? "(nothing)", Written(this).GetValueOrDefault(name) ?? "(nothing)")}"));

    /// <summary>What another run's files of the user's have otherwise.</summary>
    public string EditedIn(GeneratorRun other) => string.Concat(other.input.SyntaxTrees
        .Select(tree => (tree.FilePath, Old: input.SyntaxTrees.FirstOrDefault(old => old.FilePath == tree.FilePath)?.ToString() ?? "", New: tree.ToString()))
        .Where(file => file.Old != file.New)
        .Select(file => $"-- {file.FilePath}\n{LineDiff.Between(file.Old, file.New)}"));

    private static ImmutableSortedDictionary<string, string> Written(GeneratorRun run) =>
        run.Files.SetItem("what is reported", string.Join('\n', run.Diagnostics.Select(Describe).Order(StringComparer.Ordinal)));

    private static GeneratorRun Continue(GeneratorDriver driver, CSharpCompilation input, CompiledLibrary[] libraries, GeneratorInputs inputs)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _, TestContext.Current.CancellationToken);
        return new GeneratorRun(input, driver, (CSharpCompilation)output, libraries, inputs);
    }

    private static bool IsCached(IncrementalStepRunReason reason) => reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged;

    // An output's value is Roslyn's own pair of its sources and its diagnostics.
    private static bool HasSource(object output) => output is not System.Runtime.CompilerServices.ITuple { Length: > 0 } pair || pair[0] is not System.Collections.IEnumerable sources || sources.Cast<object>().Any();

    private static string Describe(Diagnostic diagnostic) => diagnostic.ToString();

    private static string FilesOf(List<Diagnostic> diagnostics) => string.Join(
        "\n\n",
        diagnostics.Select(d => d.Location.SourceTree).OfType<SyntaxTree>().Distinct().Take(2).Select(t => $"---- {t.FilePath}\n{Numbered(t.ToString())}"));

    private static string Numbered(string text) => string.Join("\n", text.Split('\n').Select((line, i) => $"{i + 1,4} {line}"));

    private SyntaxTree UserTree() => input.SyntaxTrees.Single(t => t.FilePath == inputs.Path);

    private SyntaxTree Parse(string source, string path) => UserCode.Parse(source, path, inputs.Parsing);

    private IEnumerable<IncrementalGeneratorRunStep> OutputSteps() => result.TrackedOutputSteps.SelectMany(s => s.Value);

    private void IsFromCache(string edit, string[] except, int outputs)
    {
        var stale = NamedSteps().Where(s => !except.Contains(s.Name, StringComparer.Ordinal)).Where(s => s.Steps.Any(step => step.Outputs.Any(o => !IsCached(o.Reason)))).Select(s => s.Name).ToList();
        if (stale.Count > 0 || ComputedOutputs > outputs)
        {
            Assert.Fail($"After {edit} these steps ran anew: {string.Join(", ", stale)}; outputs computed: {ComputedOutputs}.\n{DescribeSteps()}");
        }
    }

    private IEnumerable<(string Name, ImmutableArray<IncrementalGeneratorRunStep> Steps)> NamedSteps() =>
        StepNamesOfCovet().Where(result.TrackedSteps.ContainsKey).Select(n => (n, result.TrackedSteps[n]));

    // The names come from the generator's own list, so a step that is added there is checked without a change here.
    private static IEnumerable<string> StepNamesOfCovet() =>
        typeof(CovetGenerator).Assembly.GetType("Covet.Generators.StepNames")?
            .GetFields(System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic)
            .Where(f => f.IsLiteral)
            .Select(f => (string)f.GetRawConstantValue()!) ?? [];

    private string DescribeSteps() => string.Join(
        "\n",
        result.TrackedSteps.Concat(result.TrackedOutputSteps).OrderBy(s => s.Key, StringComparer.Ordinal)
            .Select(s => $"  {s.Key}: {string.Join(", ", s.Value.SelectMany(v => v.Outputs).GroupBy(o => o.Reason).Select(g => $"{g.Count()} {g.Key}"))}"));
}
