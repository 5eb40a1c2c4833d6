namespace Covet.Generators.Tests;

public sealed class GeneratorTestHelperTests
{
    [Fact]
    public void Source_without_handlers_compiles_and_is_cached() =>
        GeneratorTestHelper.Run("public sealed record Point(int X, int Y);");

    [Fact]
    public void A_warning_in_the_output_fails_the_test() =>
        Assert.ThrowsAny<Exception>(() => GeneratorTestHelper.Run("public static class C { public static string F(string? s) => s; }"));

    [Fact]
    public void A_difference_is_shown_by_lines()
    {
        var diff = LineDiff.Between("a\nb\nc\nd\ne\nf\ng", "a\nb\nc\nX\ne\nf\ng");
        Assert.Equal("  b\n  c\n- d\n+ X\n  e\n  f\n", diff);
    }
}
