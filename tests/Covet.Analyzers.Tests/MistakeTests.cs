using System.Globalization;

namespace Covet.Analyzers.Tests;

/// <summary>Whole programs with a mistake that users make, and beside each, as text, what its author sees.</summary>
public sealed class MistakeTests
{
    private static readonly string Programs = Path.Combine(CaseFile.Folder, "Mistakes");

    public static TheoryData<string> Names() => [.. Directory.EnumerateFiles(Programs, "*.wrong.txt").Select(f => Path.GetFileName(f)[..^".wrong.txt".Length]).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_mistake_is_answered_with_a_message_that_names_it(string name)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Programs, name + ".wrong.txt"), TestContext.Current.CancellationToken);
        var project = Create(source, "true");
        var errors = project.CompilerErrors.ToList();
        Assert.DoesNotContain(errors, d => d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
        var seen = string.Join("", errors.Concat(project.Generated).Concat(await project.AnalyzeAsync()).OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Id, StringComparer.Ordinal).Select(Line).Distinct());
        Assert.Contains("CVT", seen, StringComparison.Ordinal);

        var text = Path.Combine(Programs, name + ".seen.txt");
        if (CaseFile.Accepts)
        {
            await File.WriteAllTextAsync(text, seen, TestContext.Current.CancellationToken);
        }

        Assert.Equal(await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken), seen);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task What_blocks_generation_is_told_once_by_the_analyzers_and_without_them_by_the_generator(string name)
    {
        var source = await File.ReadAllTextAsync(Path.Combine(Programs, name + ".wrong.txt"), TestContext.Current.CancellationToken);
        Assert.Empty(Create(source, "true").Generated);

        var alone = Create(source, "false");
        var blocking = (await alone.AnalyzeAsync()).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => Line(d).Replace(d.Id, "CVT0001", StringComparison.Ordinal).TrimEnd() + $" ({d.Id})\n");
        Assert.Equal(blocking.Distinct().Order(StringComparer.Ordinal), alone.Generated.Select(Line).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_eighty_at_least() => Assert.InRange(Directory.EnumerateFiles(Programs, "*.wrong.txt").Count(), 80, int.MaxValue);

    // The build files of the package say whether the analyzers run in the same compilation.
    private static UserProject Create(string source, string analyzersReport)
    {
        source = source.Replace("    //! ", "//! ", StringComparison.Ordinal);
        return UserProject.Create([UserProject.Parse(source, UserProject.UserPath)], ProjectOptions.In($"{source}\n//! build_property._CovetAnalyzersReport = {analyzersReport}"));
    }

    private static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"({place.Line + 1},{place.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
    }
}
