using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Covet.Analyzers.Tests;

/// <summary>Applies code fixes to a user's files, one by one and by Fix All.</summary>
internal sealed class FixRunner : IDisposable
{
    private readonly AdhocWorkspace workspace = new();
    private readonly string ruleId;
    private readonly ProjectOptions options;
    private Project project;

    public FixRunner(string ruleId, string source, int copies = 1)
    {
        this.ruleId = ruleId;
        options = ProjectOptions.In(source);
        var info = ProjectInfo.Create(ProjectId.CreateNewId(), VersionStamp.Default, "App", "App", LanguageNames.CSharp)
            .WithMetadataReferences([.. References.All, .. UserProject.LibrariesOf(source)])
            .WithCompilationOptions(UserProject.ProgramOptions.WithOutputKind(options.OutputKind))
            .WithParseOptions(UserCode.ParseOptions);
        project = workspace.AddProject(info);
        project = project.AddDocument("GlobalUsings.g.cs", UserProject.Usings, filePath: "/app/obj/GlobalUsings.g.cs").Project;
        for (var i = 0; i < copies; i++)
        {
            var text = copies == 1 ? source : $"namespace Copy{i}\n{{\n{source}}}\n";
            project = project.AddDocument($"File{i}.cs", text, filePath: $"/app/File{i}.cs").Project;
        }
    }

    /// <summary>The user's files as they are now.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync()
    {
        var texts = new List<string>();
        foreach (var document in UserDocuments())
        {
            texts.Add((await document.GetTextAsync(TestContext.Current.CancellationToken)).ToString());
        }

        return texts;
    }

    /// <summary>The titles and keys of what is offered for the first finding.</summary>
    public async Task<IReadOnlyList<CodeAction>> OfferedAsync() =>
        (await FindingsAsync()).FirstOrDefault() is { } first ? await OfferedAsync(first) : [];

    /// <summary>The titles that one fix offers for the first finding.</summary>
    public async Task<IReadOnlyList<string>> TitlesAsync(string fix) =>
        (await FindingsAsync()).FirstOrDefault() is { } first ? [.. (await OffersAsync(first)).Where(o => o.Fix.GetType().Name == fix).Select(o => o.Action.Title)] : [];

    /// <summary>Applies one repair.</summary>
    public async Task ApplyAsync(CodeAction action)
    {
        var operations = await action.GetOperationsAsync(TestContext.Current.CancellationToken);
        project = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }

    /// <summary>Applies repairs with a key to one finding after the other until none is offered.</summary>
    public async Task ApplyOneByOneAsync(string key)
    {
        for (var round = 0; round < 20; round++)
        {
            CodeAction? next = null;
            foreach (var finding in await FindingsAsync())
            {
                next ??= (await OfferedAsync(finding)).FirstOrDefault(a => a.EquivalenceKey == key);
            }

            if (next is null)
            {
                return;
            }

            await ApplyAsync(next);
        }

        Assert.Fail("The repair does not end.");
    }

    /// <summary>Applies Fix All in the solution, as often as it has work left (one pass cannot change one line twice).</summary>
    public async Task FixAllAsync(string key)
    {
        for (var round = 0; round < 3; round++)
        {
            var findings = await FindingsAsync();
            CodeFixProvider? fix = null;
            foreach (var finding in findings)
            {
                fix ??= (await OffersAsync(finding)).Where(o => o.Action.EquivalenceKey == key).Select(o => o.Fix).FirstOrDefault();
            }

            if (fix is null)
            {
                return;
            }

            var context = new FixAllContext(
                UserDocuments().First(), fix, FixAllScope.Solution, key, [ruleId], new Found(this), TestContext.Current.CancellationToken);
            await ApplyAsync((await fix.GetFixAllProvider()!.GetFixAsync(context))!);
        }
    }

    public void Dispose() => workspace.Dispose();

    public async Task<ImmutableArray<Diagnostic>> FindingsAsync()
    {
        var compilation = (CSharpCompilation)(await project.GetCompilationAsync(TestContext.Current.CancellationToken))!;
        return [.. (await UserProject.Create(compilation, options).AnalyzeAsync()).Where(d => d.Id == ruleId && d.Location.IsInSource)];
    }

    private async Task<IReadOnlyList<CodeAction>> OfferedAsync(Diagnostic finding) => [.. (await OffersAsync(finding)).Select(o => o.Action)];

    private async Task<IReadOnlyList<(CodeFixProvider Fix, CodeAction Action)>> OffersAsync(Diagnostic finding)
    {
        var offers = new List<(CodeFixProvider, CodeAction)>();
        foreach (var fix in Rules.Fixes.Where(f => f.FixableDiagnosticIds.Contains(ruleId)))
        {
            await fix.RegisterCodeFixesAsync(new CodeFixContext(project.GetDocument(finding.Location.SourceTree)!, finding, (action, _) => offers.Add((fix, action)), TestContext.Current.CancellationToken));
        }

        return offers;
    }

    private IEnumerable<Document> UserDocuments() => project.Documents.Where(d => d.Name.StartsWith("File", StringComparison.Ordinal)).OrderBy(d => d.Name, StringComparer.Ordinal);

    private sealed class Found(FixRunner runner) : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            var tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await runner.FindingsAsync()).Where(d => d.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) => Task.FromResult<IEnumerable<Diagnostic>>([]);

        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) => await runner.FindingsAsync();
    }
}
