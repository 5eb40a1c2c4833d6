namespace Covet.Analyzers.Tests;

/// <summary>Rules are configured and suppressed as any others, those that the generator reports among them.</summary>
public sealed class SuppressionTests
{
    private const string Async = "[Handler] public sealed class H { [Post(\"items\")] public async void Add() => await Task.Yield(); }\n";
    private const string Default = "[Handler] public sealed class H { [Get(\"items\")] public string List([Range(1, 9)] int limit = 0) => \"\"; }\n";

    public static TheoryData<string, string> Ways() => new()
    {
        { "editorconfig", "//! dotnet_diagnostic.{0}.severity = none\n{1}" },
        { "pragma", "#pragma warning disable {0}\n{1}#pragma warning restore {0}\n" },
        { "attribute", "[assembly: System.Diagnostics.CodeAnalysis.SuppressMessage(\"Covet\", \"{0}\", Justification = \"A test.\")]\n{1}" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_rule_of_the_analyzers_is_silent(string way, string form)
    {
        Assert.NotEmpty(way);
        var project = UserProject.Create(Format(form, "CVT0221", Default));
        Assert.Empty(project.Generated);
        Assert.DoesNotContain(await project.AnalyzeAsync(), d => !d.IsSuppressed);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_rule_that_blocks_generation_is_silent_in_analyzers_and_generator(string way, string form)
    {
        Assert.NotEmpty(way);
        var project = UserProject.Create(Format(form, "CVT0207", Async));
        Assert.Empty(project.Generated);
        Assert.Empty(project.CompilerErrors);
        Assert.DoesNotContain(await project.AnalyzeAsync(), d => !d.IsSuppressed);
    }

    [Fact]
    public async Task Without_that_both_report()
    {
        var project = UserProject.Create(Async);
        Assert.Equal("CVT0001", Assert.Single(project.Generated).Id);
        Assert.Equal("CVT0207", Assert.Single(await project.AnalyzeAsync()).Id);
    }

    [Fact]
    public async Task A_severity_is_another()
    {
        var found = Assert.Single(await UserProject.Create("//! dotnet_diagnostic.CVT0221.severity = suggestion\n" + Default).AnalyzeAsync());
        Assert.Equal(DiagnosticSeverity.Info, found.Severity);
    }

    private static string Format(string form, string rule, string source) =>
        form.Replace("{0}", rule, StringComparison.Ordinal).Replace("{1}", source, StringComparison.Ordinal);
}
