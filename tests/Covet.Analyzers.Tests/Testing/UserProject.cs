using System.Collections.Immutable;
using Covet.Generators;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

/// <summary>A user's project: compiled with the generator, and analysed by all analyzers or by none.</summary>
internal sealed class UserProject
{
    public const string UserPath = UserCode.Path;

    public const string Usings = UserCode.ImplicitUsings + "\nglobal using global::Covet;";

    // A file that begins with #if LIBRARY is compiled twice: once as a library, once as the application that refers to it.
    private const string LibraryPart = "#if LIBRARY";

    public static readonly CSharpCompilationOptions ProgramOptions = new(
        OutputKind.ConsoleApplication,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true,
        specificDiagnosticOptions: [new("CS1591", ReportDiagnostic.Suppress), new("CS1701", ReportDiagnostic.Suppress), new("CS1702", ReportDiagnostic.Suppress)]);

    // Compilations that are made from one share what was read of the references.
    private static readonly CSharpCompilation Base = CSharpCompilation.Create("App", [Parse(Usings, "/app/obj/GlobalUsings.g.cs")], References.All, ProgramOptions);

    private readonly ProjectOptions options;

    private UserProject(CSharpCompilation input, ProjectOptions options)
    {
        this.options = options;
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new CovetGenerator().AsSourceGenerator()], parseOptions: UserCode.ParseOptions, optionsProvider: options);
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _, TestContext.Current.CancellationToken);
        Output = (CSharpCompilation)output;
        var result = driver.GetRunResult().Results.Single();
        Assert.True(result.Exception is null, $"The generator threw: {result.Exception}");
        Generated = result.Diagnostics;
    }

    /// <summary>User code and generated code.</summary>
    public CSharpCompilation Output { get; }

    /// <summary>What the generator reported.</summary>
    public ImmutableArray<Diagnostic> Generated { get; }

    /// <summary>The compiler's errors in user code and generated code.</summary>
    public IEnumerable<Diagnostic> CompilerErrors => Output.GetDiagnostics(TestContext.Current.CancellationToken).Where(d => d.Severity == DiagnosticSeverity.Error);

    public static SyntaxTree Parse(string source, string path) => UserCode.Parse(source, path);

    /// <summary>Compiles one file of a user; a program without an entry point is given one.</summary>
    public static UserProject Create(string source) => Create([Parse(source, UserPath)], ProjectOptions.In(source), LibrariesOf(source));

    public static UserProject Create(IEnumerable<SyntaxTree> trees, ProjectOptions options, IEnumerable<MetadataReference>? libraries = null)
    {
        var compilation = Base.AddSyntaxTrees(trees).WithOptions(ProgramOptions.WithSyntaxTreeOptionsProvider(options.Severities).WithOutputKind(options.OutputKind)).AddReferences(libraries ?? []);
        return new UserProject(UserCode.WithEntryPoint(compilation), options);
    }

    public static UserProject Create(CSharpCompilation compilation, ProjectOptions options) =>
        new(UserCode.WithEntryPoint(compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithSyntaxTreeOptionsProvider(options.Severities))), options);

    /// <summary>The libraries that a file refers to: none, or what it is itself where <c>LIBRARY</c> is defined.</summary>
    public static IReadOnlyList<MetadataReference> LibrariesOf(string source)
    {
        if (!source.StartsWith(LibraryPart, StringComparison.Ordinal))
        {
            return [];
        }

        var tree = CSharpSyntaxTree.ParseText(source, UserCode.ParseOptions.WithPreprocessorSymbols("LIBRARY"), "/library/Library.cs", System.Text.Encoding.UTF8);
        var project = new UserProject(Base.WithAssemblyName("Library").AddSyntaxTrees(tree).WithOptions(ProgramOptions.WithOutputKind(OutputKind.DynamicallyLinkedLibrary)), ProjectOptions.In("//! library"));
        Assert.Empty(project.Generated);
        using var image = new MemoryStream();
        var result = project.Output.Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return [MetadataReference.CreateFromImage(image.ToArray())];
    }

    /// <summary>What the analyzers report, in the order of places; an analyzer that throws fails the test.</summary>
    /// <param name="others">Analyzers of others that run beside; then what was suppressed is among the result.</param>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(params DiagnosticAnalyzer[] others)
    {
        var run = Output.WithAnalyzers([.. Rules.Analyzers, .. others], new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], options),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false,
            reportSuppressedDiagnostics: others.Length > 0));
        var found = await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var broken = found.FirstOrDefault(d => d.Id == "AD0001");
        Assert.True(broken is null, broken?.ToString());
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Location.SourceSpan.End).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
