namespace Covet.Generators.Tests;

public sealed class GeneratorTestHelperTests
{
    private const string Hello = """[Covet.Handler] public sealed class H { [Covet.Get] public string Get() => ""; }""";

    [Fact]
    public void Source_without_handlers_compiles_and_is_cached() =>
        Assert.NotEmpty(GeneratorTestHelper.Compile("public sealed record Point(int X, int Y);").Image);

    [Fact]
    public void A_warning_in_the_output_fails_the_test() =>
        Assert.ThrowsAny<Exception>(() => GeneratorTestHelper.Compile("public static class C { public static string F(string? s) => s; }"));

    [Fact]
    public void Generated_code_is_not_read_without_a_snapshot_that_chooses_it()
    {
        var (run, _) = GeneratorTestHelper.GenerateOrRefuse(Hello);
        Assert.Contains("CovetModule.g.cs", run.FileNames);
        Assert.ThrowsAny<Exception>(() => run.File("CovetModule"));
        Assert.ThrowsAny<Exception>(() => run.EditRegeneratesOnly("public string Get()", "public string Get(int x)"));
    }

    [Fact]
    public void What_a_test_generates_or_has_refused_is_not_taken_unless_its_snapshot_says_the_same()
    {
        _ = GeneratorTestHelper.CompileLibrary("First", Hello);
        _ = GeneratorTestHelper.Refuse("[Covet.Handler] public sealed class H { [Covet.Get] public int[,] Get() => throw new NotSupportedException(); }");
        if (Snapshot.Accepts)
        {
            return;
        }

        const string Name = nameof(What_a_test_generates_or_has_refused_is_not_taken_unless_its_snapshot_says_the_same);
        var folder = Snapshot.Folder(nameof(GeneratorTestHelperTests) + "." + Name);
        Assert.ThrowsAny<Exception>(() => Snapshot.Verify([new("Endpoint.H.Get.g.cs", "// Not what was accepted.\n")], nameof(GeneratorTestHelperTests), Name + ".First"));
        Assert.ThrowsAny<Exception>(() => new SnapshotSections(folder, "Diagnostics", "txt").Verify("The test", "error CVT0000: another\n"));
        Assert.ThrowsAny<Exception>(() => new SnapshotSections(folder, "Diagnostics", "txt").Verify("Another case", "error CVT0000: another\n"));
        File.Delete(Path.Combine(folder + ".First", "Endpoint.H.Get.g.received.cs"));
        File.Delete(Path.Combine(folder, "Diagnostics.received.txt"));
    }

    [Theory]
    [InlineData("int")]
    [InlineData("long")]
    [InlineData("Guid")]
    public void Cases_of_a_theory_share_a_snapshot_that_tells_them_apart(string type)
    {
        _ = GeneratorTestHelper.Compile("[Covet.Handler] public sealed class H { [Covet.Get] public string Get(" + type + " x) => $\"{x}\"; }");
        var folder = Snapshot.Folder($"{nameof(GeneratorTestHelperTests)}.{nameof(Cases_of_a_theory_share_a_snapshot_that_tells_them_apart)}");
        Assert.True(Snapshot.Accepts || Directory.EnumerateFiles(folder, "*.verified.*").Count() == 2);
    }

    [Fact]
    public void Only_the_helper_runs_the_generator_and_who_compares_no_snapshot_is_listed()
    {
        var sources = Repository.Sources("tests/Covet.Generators.Tests").Where(file => Path.GetFileName(file) != nameof(GeneratorTestHelperTests) + ".cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);

        // EditTests compares a run after an edit with one from nothing, which stands for a snapshot of either.
        Assert.Equal(["EditTests.cs", "GeneratorRun.cs"], Users("new CovetGenerator("));
        Assert.Equal(["GeneratorTestHelper.cs"], Users("GeneratorRun.Start("));

        // Sources that are others each time, of which nobody can have read what is made, and such as the compiler refuses by the hundred.
        Assert.Equal(["BrokenDeclarationTests.cs", "BrokenSourceTests.cs", "DeletedTypeTests.cs", "GeneratorTestHelper.cs", "IncrementalRunTests.cs", "UnknownTypeTests.cs"], Users("RunRandom("));

        // A document of all shapes, every one of which is asked for random values.
        Assert.Equal(["PublishedSchemaTests.cs"], Users("SnapshotSubject.Nothing"));

        // Whoever emits without the generator: parts of it, whose output is compared with a snapshot but for random routes and patterns,
        // tables of thousands of routes, and documents that are compared with the texts in the test.
        string[] emitters = ["CompiledTable.cs", "GeneratedValidators.cs", "PatternTests.cs", "OpenApi30Tests.cs", "ApiJsonTests.cs", "ContractTests.cs"];
        Assert.Empty(Users("using Covet.Generators.Emit").Except(emitters));

        IEnumerable<string> Users(string text) => sources.Where(file => file.Value.Contains(text, StringComparison.Ordinal)).Select(file => file.Key).Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Every_snapshot_is_a_tests()
    {
        const System.Reflection.BindingFlags all = System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.Instance;
        var owners = typeof(GeneratorTestHelperTests).Assembly.GetTypes().SelectMany(type => type.GetMembers(all).Select(member => $"{type.Name}.{member.Name}")).ToHashSet(StringComparer.Ordinal);
        var folders = Directory.EnumerateDirectories(Path.Combine(Repository.Root, "tests/Covet.Generators.Tests/Snapshots")).Select(folder => Path.GetFileName(folder)).ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Contains(string.Join('.', folder.Split('.').Take(2)), owners));
    }

    [Fact]
    public void A_difference_is_shown_by_lines()
    {
        var diff = LineDiff.Between("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");
        Assert.Equal("  b\n  c\n- d\n+ X\n  e\n  f\n", diff);
    }
}
