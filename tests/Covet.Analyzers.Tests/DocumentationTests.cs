using System.Text;
using Covet.Generators.Rules;

namespace Covet.Analyzers.Tests;

/// <summary>Each rule has a page that says what it is, and a place in the index.</summary>
public sealed class DocumentationTests
{
    private const string Site = "https://github.com/covet-dev/covet/blob/main/";

    private static readonly string Root = Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", ".."));

    private static readonly string[] Sections = ["## Cause", "## Why", "## How to mend", "## When to suppress"];

    [Fact]
    public void Every_rule_has_a_page_where_its_help_link_leads()
    {
        foreach (var rule in Rules.All.Values)
        {
            Assert.StartsWith(Site, rule.HelpLinkUri, StringComparison.Ordinal);
            var page = Path.Combine(Root, rule.HelpLinkUri[Site.Length..]);
            Assert.True(File.Exists(page), $"{rule.Id} has no page.");
            var text = File.ReadAllText(page);
            Assert.StartsWith($"# {rule.Id}: {rule.Title}", text, StringComparison.Ordinal);
            if (rule.Category != "Covet.Contract")
            {
                Assert.Contains($"Category: {rule.Category}. Default severity: {Severity(rule)}.", text, StringComparison.Ordinal);
                Assert.All(Sections, section => Assert.Contains(section, text, StringComparison.Ordinal));
            }
        }
    }

    [Fact]
    public void Every_page_has_a_rule()
    {
        // The build's own task reports this one.
        var known = Rules.All.Keys.Append(RuleIds.OpenApiFile).ToHashSet(StringComparer.Ordinal);
        Assert.All(Directory.EnumerateFiles(Path.Combine(Root, "docs", "rules"), "CVT*.md"), page => Assert.Contains(Path.GetFileNameWithoutExtension(page), known));
    }

    [Fact]
    public void The_index_is_made_of_the_rules()
    {
        var index = new StringBuilder("# Rules\n\nMade from the rules themselves: `COVET_ACCEPT=1` writes it anew. Severities are set as for any analyzer: `dotnet_diagnostic.CVT0120.severity = none`.\n\n| rule | category | severity | code fix | title |\n|---|---|---|---|---|\n");
        var fixable = Rules.Fixes.SelectMany(f => f.FixableDiagnosticIds).ToHashSet(StringComparer.Ordinal);
        foreach (var rule in Rules.All.Values)
        {
            index.Append($"| [{rule.Id}]({rule.Id}.md) | {rule.Category["Covet.".Length..]} | {Severity(rule)} | {(fixable.Contains(rule.Id) ? "yes" : "")} | {rule.Title} |\n");
        }

        var file = Path.Combine(Root, "docs", "rules", "README.md");
        if (CaseFile.Accepts)
        {
            File.WriteAllText(file, index.ToString());
        }

        Assert.Equal(File.ReadAllText(file), index.ToString());
    }

    [Fact]
    public void Every_rule_of_the_analyzers_has_cases() =>
        Assert.Empty(Rules.OfAnalyzers.Keys.Except(CaseFile.All().Select(f => Path.GetFileNameWithoutExtension(f)!)));

    [Fact]
    public void IDs_are_unique_and_named_once() =>
        Assert.Equal(Rules.All.Count, Rules.OfAnalyzers.Values.Concat(RuleCatalog.All).Distinct().Count());

    [Fact]
    public void Every_fix_is_for_rules_that_are_there() =>
        Assert.All(Rules.Fixes.SelectMany(f => f.FixableDiagnosticIds), id => Assert.Contains(id, Rules.OfAnalyzers.Keys));

    private static string Severity(DiagnosticDescriptor rule) => rule.DefaultSeverity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "suggestion",
    };
}
