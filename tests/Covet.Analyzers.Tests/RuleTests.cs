using System.Globalization;
using Covet.Generators.Rules;

namespace Covet.Analyzers.Tests;

/// <summary>Runs the cases of <c>Cases/</c>: for each rule what it finds and says, what it leaves alone, and its repairs.</summary>
public sealed class RuleTests
{
    public static TheoryData<string> Files() => [.. CaseFile.All().Select(f => Path.GetFileNameWithoutExtension(f))];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_rule_finds_what_is_wrong_leaves_what_is_right_and_mends(string rule)
    {
        var file = CaseFile.Read(Path.Combine(CaseFile.Folder, "Cases", rule + ".txt"));
        var failures = new List<string>();
        var seen = new List<RuleCase>();
        foreach (var item in file.Cases)
        {
            try
            {
                seen.Add(item.Kind == "right" ? await RightAsync(item) : await WrongAsync(item, file.RuleId));
            }
            catch (Xunit.Sdk.XunitException exception)
            {
                seen.Add(item);
                failures.Add($"{rule}, {item.Kind}: {item.Title}\n{exception.Message}");
            }
        }

        if (CaseFile.Accepts)
        {
            file.Write(seen);
        }

        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
        Assert.True(file.Cases.Any(c => c.Kind == "wrong"), $"{rule} has no positive case.");
        Assert.True(file.Cases.Count(c => c.Kind == "right") >= 3, $"{rule} has fewer than three look-alikes.");
    }

    // Nothing of Covet's is reported, by generator or analyzers, and everything compiles.
    private static async Task<RuleCase> RightAsync(RuleCase item)
    {
        var project = UserProject.Create(item.Code);
        Same("", string.Join("\n", project.CompilerErrors.Concat(project.Generated).Concat(await project.AnalyzeAsync()).Select(Show)));
        return item;
    }

    private static async Task<RuleCase> WrongAsync(RuleCase item, string ruleId)
    {
        var (source, spans) = Markup.Parse(item.Code);
        var project = UserProject.Create(source);
        NeverBroken(project);

        var found = await project.AnalyzeAsync();
        AgreesWithTheGenerator(project, ruleId, found);
        var others = found.Where(d => d.Id != ruleId).Select(Show);
        Same("", string.Join("\n", others));
        Same(Places(source, spans), Places(source, found.Select(d => d.Location.SourceSpan)));
        var messages = string.Join("\n", found.Select(d => d.GetMessage(CultureInfo.InvariantCulture)));
        var fixes = await FixesAsync(source, ruleId);
        if (!CaseFile.Accepts)
        {
            Same(item.Messages, messages);
            Same(string.Join("\n", item.Fixes.Select(f => $"{f.Title}\n{f.Code}")), string.Join("\n", fixes.Select(f => $"{f.Title}\n{f.Code.Trim('\n')}")));
        }

        return item with { Messages = messages, Fixes = fixes };
    }

    // What blocks generation stays an error without analyzers, at the same places and with the same words; what does not, the generator lets pass.
    private static void AgreesWithTheGenerator(UserProject project, string ruleId, IEnumerable<Diagnostic> found)
    {
        var isError = Rules.OfAnalyzers[ruleId].DefaultSeverity == DiagnosticSeverity.Error;
        var expected = found.Where(d => isError && d.Id == ruleId).Select(d => (d.Location.SourceSpan, $"{d.GetMessage(CultureInfo.InvariantCulture)} ({ruleId})"));
        var reported = project.Generated.Where(d => d.Id == RuleIds.NotGenerated).Select(d => (d.Location.SourceSpan, d.GetMessage(CultureInfo.InvariantCulture)));
        Same(string.Join("\n", expected.OrderBy(d => d.Item1.Start)), string.Join("\n", reported.OrderBy(d => d.Item1.Start)));
    }

    // Without analyzers: an error of the generator, or code that compiles. Never generated code that does not.
    private static void NeverBroken(UserProject project)
    {
        if (!project.Generated.Any(d => d.Severity == DiagnosticSeverity.Error))
        {
            Same("", string.Join("\n", project.CompilerErrors.Select(Show)));
        }
        else
        {
            Same("", string.Join("\n", project.CompilerErrors.Where(d => d.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true).Select(Show)));
        }
    }

    private static async Task<IReadOnlyList<(string Title, string Code)>> FixesAsync(string source, string ruleId)
    {
        var fixes = new List<(string, string)>();
        using var first = new FixRunner(ruleId, source);
        foreach (var offered in await first.OfferedAsync())
        {
            using var single = new FixRunner(ruleId, source);
            await single.ApplyAsync((await single.OfferedAsync()).Single(a => a.Title == offered.Title));
            var after = (await single.TextsAsync()).Single();
            fixes.Add((offered.Title, after));
            Compiles(after);
            var key = offered.EquivalenceKey!;
            await single.ApplyOneByOneAsync(key);
            await FixAllDoesTheSameAsync(source, ruleId, key, (await single.TextsAsync()).Single());
        }

        return fixes;
    }

    // A repair leaves code that compiles, whatever else is to be said of it.
    private static void Compiles(string repaired) => Same("", string.Join("\n", UserProject.Create(repaired).CompilerErrors.Select(Show)));

    private static async Task FixAllDoesTheSameAsync(string source, string ruleId, string key, string oneByOne)
    {
        // Twice the file, in two namespaces; a program that has statements or assembly attributes stands once only.
        // Routes of two copies would conflict.
        var standsOnce = source.StartsWith('#') || oneByOne.Contains("[assembly: ", StringComparison.Ordinal) || ruleId is RuleIds.DuplicateRoute or RuleIds.AmbiguousRoutes;
        var copies = !standsOnce && UserProject.Parse(source, "a.cs").GetCompilationUnitRoot(TestContext.Current.CancellationToken) is { Usings.Count: 0, AttributeLists.Count: 0 } root
            && !root.Members.Any(m => m is Microsoft.CodeAnalysis.CSharp.Syntax.GlobalStatementSyntax or Microsoft.CodeAnalysis.CSharp.Syntax.FileScopedNamespaceDeclarationSyntax) ? 2 : 1;
        using var all = new FixRunner(ruleId, source, copies);
        await all.FixAllAsync(key);
        var texts = await all.TextsAsync();
        for (var i = 0; i < copies; i++)
        {
            var expected = copies == 1 ? oneByOne : $"namespace Copy{i}\n{{\n{oneByOne}}}\n";
            Same(Words(expected), Words(texts[i]));
        }
    }

    // Indentation differs inside the namespace.
    private static string Words(string code) => string.Join("\n", code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));

    private static string Places(string source, IEnumerable<Microsoft.CodeAnalysis.Text.TextSpan> spans) =>
        string.Join("\n", spans.OrderBy(s => s.Start).ThenBy(s => s.End).Select(s => $"{s.Start}: {source.Substring(s.Start, s.Length)}"));

    private static string Show(Diagnostic diagnostic) => diagnostic.ToString();

    private static void Same(string expected, string actual) =>
        Assert.True(expected == actual, LineDiff.Between(expected, actual));
}
