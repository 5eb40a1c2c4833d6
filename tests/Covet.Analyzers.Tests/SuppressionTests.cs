namespace Covet.Analyzers.Tests;

/// <summary>Rules are configured and suppressed as any others: each of them, those that the generator reports among them.</summary>
public sealed class SuppressionTests
{
    private const string Default = "[Handler] public sealed class H { [Get(\"items\")] public string List([Range(1, 9)] int limit = 0) => \"\"; }\n";

    private static readonly (string Way, Func<string, string, string> Apply)[] Ways =
    [
        ("editorconfig", (rule, source) => $"{source}//! dotnet_diagnostic.{rule}.severity = none\n"),
        ("pragma", (rule, source) => $"#pragma warning disable {rule}\n{source}#pragma warning restore {rule}\n"),
        ("attribute", (rule, source) => $"[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Covet\", \"{rule}\", Justification = \"A test.\")]\n{source}"),
    ];

    public static TheoryData<string> RuleIds() => [.. Rules.OfAnalyzers.Keys];

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task A_rule_is_silent_in_analyzers_and_generator_by_editorconfig_pragma_and_attribute(string rule)
    {
        var source = Markup.Parse(CaseFile.Read(Path.Combine(CaseFile.Folder, "Cases", rule + ".txt")).Cases.First(c => c.Kind == "wrong" && !c.Code.StartsWith('#')).Code).Source;
        Assert.Contains(await UserProject.Create(source).AnalyzeAsync(), d => d.Id == rule && !d.IsSuppressed);
        foreach (var (way, apply) in Ways)
        {
            var project = UserProject.Create(apply(rule, source));
            Assert.True(project.Generated.IsEmpty, $"{way}: {string.Join('\n', project.Generated)}");
            var loud = (await project.AnalyzeAsync()).Where(d => d.Id == rule && !d.IsSuppressed).ToList();
            Assert.True(loud.Count == 0, $"{way}: {string.Join('\n', loud)}");
        }
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public async Task A_rule_has_the_severity_that_editorconfig_says(string rule)
    {
        var source = Markup.Parse(CaseFile.Read(Path.Combine(CaseFile.Folder, "Cases", rule + ".txt")).Cases.First(c => c.Kind == "wrong").Code).Source;
        var found = (await UserProject.Create($"{source}//! dotnet_diagnostic.{rule}.severity = suggestion\n").AnalyzeAsync()).Where(d => d.Id == rule).ToList();
        Assert.NotEmpty(found);
        Assert.All(found, d => Assert.Equal(DiagnosticSeverity.Info, d.Severity));
    }

    [Fact]
    public async Task A_rule_that_blocks_generation_is_an_error_of_both_otherwise()
    {
        var project = UserProject.Create("[Handler] public sealed class H { [Post(\"items\")] public async void Add() => await Task.Yield(); }\n");
        Assert.Equal("CVT0001", Assert.Single(project.Generated).Id);
        Assert.Equal("CVT0207", Assert.Single(await project.AnalyzeAsync()).Id);
    }

    [Fact]
    public async Task A_member_may_suppress_what_is_found_in_it()
    {
        var suppressed = Default.Replace("[Get(", "[System.Diagnostics.CodeAnalysis.SuppressMessage(\"Covet\", \"CVT0221\", Justification = \"A test.\"), Get(", StringComparison.Ordinal);
        Assert.DoesNotContain(await UserProject.Create(suppressed).AnalyzeAsync(), d => !d.IsSuppressed);
    }
}
