namespace Covet.Analyzers.Tests;

/// <summary>What was parsed from one file stands while another is edited; the places in the other move all the same.</summary>
public sealed class EditTests
{
    private const string Handler = """[Handler("/a")] public sealed class H { [Get] public M S() => null!; }""";

    [Theory]
    [InlineData(
        "public sealed class M { public int Sum() { var x = 1; x += 2; x += 3; x += 4; x += 5; return x; } public System.Type? P { get; set; } }",
        "public sealed class M { public int Sum() { return 1; } public System.Type? P { get; set; } }")]
    [InlineData(
        """[Handler("/b")] public sealed class B { [Get] public string S() => ""; [Get("two")] public string Two(int a, int b, int c, int d) => ""; } public sealed class M { public System.Type? P { get; set; } }""",
        """[Handler("/b")] public sealed class B { [Get] public string S() => ""; } public sealed class M { public System.Type? P { get; set; } }""")]
    public async Task A_finding_moves_with_the_text_before_it(string before, string after)
    {
        var handler = UserProject.Parse(Handler, "/app/Handler.cs");
        foreach (var version in new[] { before, after, before })
        {
            var other = UserProject.Parse(version, "/app/Other.cs");
            var found = await UserProject.Create([handler, other], ProjectOptions.In(version)).AnalyzeAsync();

            var finding = Assert.Single(found, diagnostic => diagnostic.Id == "CVT0501");
            Assert.Equal("P", other.GetText(TestContext.Current.CancellationToken).ToString(finding.Location.SourceSpan));
        }
    }
}
