namespace Covet.Generators.Tests;

public sealed class GeneratorTestHelperTests
{
    [Fact]
    public void Source_without_handlers_compiles_and_is_cached() =>
        Assert.NotEmpty(GeneratorTestHelper.Compile("public sealed record Point(int X, int Y);").Image);

    [Fact]
    public void A_warning_in_the_output_fails_the_test() =>
        Assert.ThrowsAny<Exception>(() => GeneratorTestHelper.Compile("public static class C { public static string F(string? s) => s; }"));

    [Fact]
    public void Generated_code_is_not_read_without_a_snapshot()
    {
        var run = GeneratorTestHelper.RunUnchecked("""[Covet.Handler] public sealed class H { [Covet.Get] public string Get() => ""; }""");
        Assert.Contains("CovetModule.g.cs", run.FileNames);
        Assert.ThrowsAny<Exception>(() => run.File("CovetModule"));
        Assert.ThrowsAny<Exception>(() => run.EditRegeneratesOnly("public string Get()", "public string Get(int x)"));
    }

    [Fact]
    public void Generated_code_is_not_run_in_a_class_without_a_snapshot()
    {
        Assert.False(Snapshot.IsOf(nameof(GeneratorTestHelperTests)));
        var failure = Record.Exception(() => GeneratorTestHelper.Compile("""[Covet.Handler] public sealed class H { [Covet.Get] public string Get() => ""; }"""));
        Assert.True(Snapshot.Accepts || failure?.Message.Contains("no snapshot", StringComparison.Ordinal) == true, failure?.Message);
    }

    [Fact]
    public void Only_the_helper_runs_the_generator_and_emitters_are_called_beside_a_snapshot()
    {
        // Whoever emits without the generator: parts of it, whose output is compiled and compared with a snapshot all the same.
        string[] emitters = ["CompiledTable.cs", "GeneratedValidators.cs", "PatternTests.cs", "OpenApi30Tests.cs", "ApiJsonTests.cs", "ContractTests.cs"];
        var sources = Repository.Sources("tests/Covet.Generators.Tests").Where(file => Path.GetFileName(file) != nameof(GeneratorTestHelperTests) + ".cs").ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal);
        string[] drivers = ["DocumentTests.cs", "GeneratorRun.cs", "ReferencedProjectTests.cs"]; // The latter two compare whole documents, of many files and of a project without documentation.
        Assert.Equal(drivers, sources.Where(file => file.Value.Contains("new CovetGenerator(", StringComparison.Ordinal)).Select(file => file.Key).Order(StringComparer.Ordinal));
        Assert.Empty(sources.Where(file => file.Value.Contains("using Covet.Generators.Emit", StringComparison.Ordinal)).Select(file => file.Key).Except(emitters));
        Assert.All(new[] { nameof(Validation.Patterns.PatternTests), nameof(Routing.RouteTableEmitterTests), nameof(Validation.ValidatorTests), nameof(OpenApi.DocumentTests), nameof(OpenApi.ReferencedProjectTests) }, name => Assert.True(Snapshot.IsOf(name), name));
    }

    [Fact]
    public void Every_snapshot_is_a_tests()
    {
        var tests = typeof(GeneratorTestHelperTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet(StringComparer.Ordinal);
        var folders = Directory.EnumerateDirectories(Path.Combine(Snapshot.ProjectFolder(Path.Combine(Repository.Root, "tests/Covet.Generators.Tests/Testing/Snapshot.cs")), "Snapshots")).Select(folder => Path.GetFileName(folder)).ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Contains(string.Join('.', folder.Split('.').Take(2)), tests));
    }

    [Fact]
    public void A_difference_is_shown_by_lines()
    {
        var diff = LineDiff.Between("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");
        Assert.Equal("  b\n  c\n- d\n+ X\n  e\n  f\n", diff);
    }
}
