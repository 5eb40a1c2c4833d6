namespace Covet.Analyzers.Tests;

/// <summary>What is shown of each rule: places and messages, look-alikes that stay silent, and every repair before and after. <see cref="RuleTests"/> runs it.</summary>
public sealed class CoverageTests
{
    public static TheoryData<string> RuleIds() => [.. Rules.OfAnalyzers.Keys];

    public static TheoryData<string, string> Fixes()
    {
        var data = new TheoryData<string, string>();
        foreach (var fix in Rules.Fixes)
        {
            foreach (var rule in fix.FixableDiagnosticIds)
            {
                data.Add(rule, fix.GetType().Name);
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(RuleIds))]
    public void A_rule_has_positive_cases_with_places_and_messages_and_three_look_alikes(string rule)
    {
        var cases = Cases(rule);
        var wrong = cases.Where(c => c.Kind == "wrong").ToList();
        Assert.NotEmpty(wrong);
        Assert.All(wrong, c =>
        {
            var places = Markup.Parse(c.Code).Spans;
            Assert.NotEmpty(places);
            Assert.All(places, place => Assert.False(place.IsEmpty, c.Title));
            Assert.Equal(places.Count, c.Messages.Split('\n').Length);
        });
        Assert.True(cases.Where(c => c.Kind == "right").Select(c => c.Code).Distinct(StringComparer.Ordinal).Count() >= 3, rule);
        Assert.Equal(cases.Count, cases.Select(c => c.Title).Distinct(StringComparer.Ordinal).Count());
    }

    [Theory]
    [MemberData(nameof(Fixes))]
    public async Task A_fix_has_a_case_before_and_after(string rule, string fix)
    {
        var shown = Cases(rule).SelectMany(c => c.Fixes).Select(f => f.Title).ToHashSet(StringComparer.Ordinal);
        var offered = new List<string>();
        foreach (var source in Cases(rule).Where(c => c.Kind == "wrong").Select(c => Markup.Parse(c.Code).Source))
        {
            using var runner = new FixRunner(rule, source);
            offered.AddRange(await runner.TitlesAsync(fix));
        }

        Assert.NotEmpty(offered);
        Assert.All(offered, title => Assert.Contains(title, shown));
    }

    [Fact]
    public void Every_fix_can_be_applied_to_all() => Assert.All(Rules.Fixes, fix => Assert.NotNull(fix.GetFixAllProvider()));

    private static IReadOnlyList<RuleCase> Cases(string rule) => CaseFile.Read(Path.Combine(CaseFile.Folder, "Cases", rule + ".txt")).Cases;
}
