using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Tests;

/// <summary>The rules of the house that a machine can hold.</summary>
public sealed partial class HouseRuleTests
{
    private const int LongestFile = 300;

    private static readonly string[] Product = ["Covet.Generators", "Covet.Runtime", "Covet.Analyzers"];

    [Fact]
    public void A_warning_is_switched_off_only_with_the_reason_beside_it()
    {
        var offences = from file in AllSources()
                       let lines = File.ReadAllLines(file)
                       from i in Enumerable.Range(0, lines.Length)
                       where lines[i].TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)
                       where !lines[i].Contains("//", StringComparison.Ordinal) && !(i > 0 && lines[i - 1].TrimStart().StartsWith("//", StringComparison.Ordinal))
                       select $"{Repository.Relative(file)}:{i + 1}";
        Assert.Empty(offences);
    }

    [Fact]
    public void Tests_wait_on_events_and_never_on_the_clock()
    {
        var offences = from file in Repository.Sources("tests")
                       from line in File.ReadLines(file).Select((text, i) => (text, number: i + 1))
                       where Sleeps().IsMatch(line.text)
                       select $"{Repository.Relative(file)}:{line.number}";
        Assert.Empty(offences);
    }

    [Fact]
    public void No_test_is_skipped()
    {
        var offences = from file in Repository.Sources("tests")
                       from line in File.ReadLines(file).Select((text, i) => (text, number: i + 1))
                       where Skips().IsMatch(line.text)
                       select $"{Repository.Relative(file)}:{line.number}";
        Assert.Empty(offences);
    }

    [Fact]
    public void A_file_of_the_product_has_one_type()
    {
        var offences = from file in Product.SelectMany(Repository.Sources)
                       let root = CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetCompilationUnitRoot()
                       let types = root.DescendantNodes(n => n is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax)
                           .Where(n => n is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax)
                           .Where(n => n is not BaseTypeDeclarationSyntax t || !t.Modifiers.Any(m => m.IsKind(SyntaxKind.FileKeyword)))
                           .Count()
                       where types > 1
                       select $"{Repository.Relative(file)}: {types} types";
        Assert.Empty(offences);
    }

    [Fact]
    public void A_file_of_the_product_is_short()
    {
        var offences = Product.SelectMany(Repository.Sources)
            .Select(f => (File: Repository.Relative(f), Lines: File.ReadLines(f).Count()))
            .Where(f => f.Lines > LongestFile)
            .Select(f => $"{f.File}: {f.Lines} lines");
        Assert.Empty(offences);
    }

    [Fact]
    public void Links_between_documents_resolve()
    {
        var offences = from file in Repository.Files("docs", "*.md").Append(Path.Combine(Repository.Root, "README.md"))
                       from Match link in MarkdownLink().Matches(File.ReadAllText(file))
                       let target = link.Groups["target"].Value.Split('#')[0]
                       where target.Length > 0 && !target.Contains(':', StringComparison.Ordinal)
                       let path = Path.Combine(Path.GetDirectoryName(file)!, target)
                       where !File.Exists(path) && !Directory.Exists(path)
                       select $"{Repository.Relative(file)} links to {target}";
        Assert.Empty(offences);
    }

    private static IEnumerable<string> AllSources() => Product.Append("tests").Append("samples").SelectMany(Repository.Sources);

    // A delay that only cancellation ends is a wait on an event.
    [GeneratedRegex(@"Thread\.Sleep\s*\(|Task\.Delay\s*\((?!\s*(Timeout\.Infinite|-1))")]
    private static partial Regex Sleeps();

    [GeneratedRegex(@"\[(Fact|Theory)\([^)]*\bSkip\w*\s*=")]
    private static partial Regex Skips();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex MarkdownLink();
}
