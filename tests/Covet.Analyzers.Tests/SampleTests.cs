namespace Covet.Analyzers.Tests;

/// <summary>All rules over programs that are right: nothing is reported.</summary>
public sealed class SampleTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", ".."));

    public static TheoryData<string> Samples() => [.. Directory.EnumerateDirectories(Path.Combine(Root, "samples")).Where(d => Directory.EnumerateFiles(d, "*.csproj").Any()).Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_sample_has_no_finding(string sample)
    {
        var folder = Path.Combine(Root, "samples", sample);
        var trees = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/bin/", StringComparison.Ordinal) && !f.Contains("/obj/", StringComparison.Ordinal))
            .Select(f => UserProject.Parse(File.ReadAllText(f), f));
        var project = UserProject.Create(trees, ProjectOptions.In("//! build_property.IsAotCompatible = true\n"));
        Assert.Empty(project.Generated);
        Assert.Empty((await project.AnalyzeAsync()).Select(d => d.ToString()));
    }
}
