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
    public void Every_snapshot_is_a_tests()
    {
        var tests = typeof(GeneratorTestHelperTests).Assembly.GetTypes().SelectMany(type => type.GetMethods().Select(method => $"{type.Name}.{method.Name}")).ToHashSet(StringComparer.Ordinal);
        var folders = Directory.EnumerateDirectories(Path.Combine(Snapshot.ProjectFolder(Path.Combine(Repository.Root, "tests/Covet.Generators.Tests/Testing/Snapshot.cs")), "Snapshots")).Select(folder => Path.GetFileName(folder)).ToList();
        Assert.NotEmpty(folders);
        Assert.All(folders, folder => Assert.Contains(folder, tests));
    }

    [Fact]
    public void A_difference_is_shown_by_lines()
    {
        var diff = LineDiff.Between("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");
        Assert.Equal("  b\n  c\n- d\n+ X\n  e\n  f\n", diff);
    }
}
