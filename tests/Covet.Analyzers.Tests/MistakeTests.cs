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
        var project = UserProject.Create(source.Replace("    //! ", "//! ", StringComparison.Ordinal));
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

    [Fact]
    public void There_are_eighty_at_least() => Assert.InRange(Directory.EnumerateFiles(Programs, "*.wrong.txt").Count(), 80, int.MaxValue);

    private static string Line(Diagnostic diagnostic)
    {
        var place = diagnostic.Location.GetLineSpan().StartLinePosition;
        return string.Create(CultureInfo.InvariantCulture, $"({place.Line + 1},{place.Character + 1}): {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.GetMessage(CultureInfo.InvariantCulture)}\n");
    }
}
