using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Analyzers.Tests;

/// <summary>
/// Every C# example of the README and the pages compiles as it is pasted into a new project, without a finding of the compiler, the
/// generator or an analyzer. What a page takes for granted (the user's own services and types) stands in <c>Examples/PAGE.txt</c>.
/// </summary>
public sealed partial class DocExampleTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(CaseFile.Folder, "..", ".."));

    public static TheoryData<string, int> Examples() => Blocks(Pages().Where(p => !p.StartsWith(RulePages, StringComparison.Ordinal)));

    public static TheoryData<string, int> ExamplesOfRules() => Blocks(Pages().Where(p => p.StartsWith(RulePages, StringComparison.Ordinal)));

    // Shows what the generator writes, in parts.
    private static string[] Insides => [Path.Combine("docs", "architecture.md")];

    private static string RulePages => Path.Combine("docs", "rules");

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_compiles_as_it_is_pasted(string page, int line)
    {
        var findings = await FindingsAsync(page, Code(page, line));
        var faults = findings.Where(d => d.Severity >= DiagnosticSeverity.Warning).ToList();
        Assert.True(faults.Count == 0, $"{page}:{line}\n{string.Join("\n", faults)}");
    }

    // What is wrong stands under "Cause", and what is right below.
    [Theory]
    [MemberData(nameof(ExamplesOfRules))]
    public async Task An_example_of_a_rule_is_found_by_it_and_its_repair_is_not(string page, int line)
    {
        var rule = Path.GetFileNameWithoutExtension(page);
        var text = await File.ReadAllLinesAsync(Path.Combine(Root, page), TestContext.Current.CancellationToken);
        var findings = await FindingsAsync(page, Code(page, line));
        Assert.True(findings.Any(d => d.Id == rule) == (text.Take(line).Last(l => l.StartsWith("## ", StringComparison.Ordinal)) == "## Cause"), $"{page}:{line}\n{string.Join("\n", findings)}");
        Assert.DoesNotContain(findings, d => d.Id != rule && d.Severity >= DiagnosticSeverity.Warning);
    }

    private static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "*.md", SearchOption.AllDirectories)
            .Append(Path.Combine(Root, "README.md"))
            .Select(p => Path.GetRelativePath(Root, p))
            .Except(Insides)
            .Order(StringComparer.Ordinal);

    private static TheoryData<string, int> Blocks(IEnumerable<string> pages)
    {
        var found = new TheoryData<string, int>();
        foreach (var page in pages)
        {
            var lines = File.ReadAllLines(Path.Combine(Root, page));
            for (var i = 0; i < lines.Length; i++)
            {
                if (lines[i] == "```csharp")
                {
                    found.Add(page, i + 1);
                }
            }
        }

        return found;
    }

    private static string Code(string page, int line) =>
        string.Join('\n', File.ReadLines(Path.Combine(Root, page)).Skip(line).TakeWhile(l => l != "```")) + "\n";

    private static async Task<IReadOnlyList<Diagnostic>> FindingsAsync(string page, string code)
    {
        // Statements go between the lines of a new program.
        if (Statement().IsMatch(code) && !code.Contains("CreateBuilder(", StringComparison.Ordinal))
        {
            code = $"var builder = CovetApp.CreateBuilder(args); builder.Services.AddCovet(); {(Build().IsMatch(code) ? "" : "var app = builder.Build();")}\n{code}";
        }

        var user = UserProject.Parse(code, UserProject.UserPath);
        var project = UserProject.Create([user, .. Context(page, user)], ProjectOptions.In(code + "\n//! build_property._CovetAnalyzersReport = true\n//! build_property.PublishAot = true\n"));
        return [.. project.Output.GetDiagnostics(TestContext.Current.CancellationToken).Concat(project.Generated).Concat(await project.AnalyzeAsync()).Where(d => !d.IsSuppressed && d.Severity != DiagnosticSeverity.Hidden)];
    }

    // The types of the page that the example does not declare itself.
    private static IEnumerable<SyntaxTree> Context(string page, SyntaxTree user)
    {
        var file = Path.Combine(CaseFile.Folder, "Examples", Path.GetFileNameWithoutExtension(page) + ".txt");
        if (!File.Exists(file))
        {
            return [];
        }

        var own = Types(user).Select(Name).ToHashSet(StringComparer.Ordinal);
        var context = UserProject.Parse(File.ReadAllText(file), "/app/Context.cs");
        var root = context.GetRoot(TestContext.Current.CancellationToken);
        return [UserProject.Parse(root.RemoveNodes(Types(context).Where(t => own.Contains(Name(t))), SyntaxRemoveOptions.KeepNoTrivia)!.ToFullString(), "/app/Context.cs")];
    }

    private static IEnumerable<BaseTypeDeclarationSyntax> Types(SyntaxTree tree) => tree.GetRoot(TestContext.Current.CancellationToken).ChildNodes().OfType<BaseTypeDeclarationSyntax>();

    private static string Name(BaseTypeDeclarationSyntax type) => type.Identifier.ValueText;

    [GeneratedRegex(@"^\s*(builder|app)\.", RegexOptions.Multiline)]
    private static partial Regex Statement();

    [GeneratedRegex(@"^var app = ", RegexOptions.Multiline)]
    private static partial Regex Build();
}
