using System.Collections.Immutable;
using Covet.Generators;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Covet.Analyzers.Tests;

/// <summary>A user's project: compiled with the generator, and analysed by all analyzers or by none.</summary>
internal sealed class UserProject
{
    public const string UserPath = "/app/Program.cs";

    public const string Usings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        global using global::Microsoft.AspNetCore.Builder;
        global using global::Microsoft.AspNetCore.Hosting;
        global using global::Microsoft.AspNetCore.Http;
        global using global::Microsoft.AspNetCore.Routing;
        global using global::Microsoft.Extensions.Configuration;
        global using global::Microsoft.Extensions.DependencyInjection;
        global using global::Microsoft.Extensions.Hosting;
        global using global::Microsoft.Extensions.Logging;
        global using global::Covet;
        global using global::Microsoft.AspNetCore.Authorization;
        global using global::Microsoft.AspNetCore.Http.HttpResults;
        global using global::Microsoft.AspNetCore.Mvc;
        global using global::System.ComponentModel.DataAnnotations;
        """;

    private const string EntryPoint = "internal static class TestEntryPoint { private static void Main() { } }";

    public static readonly CSharpParseOptions ParseOptions = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

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
        GeneratorDriver driver = CSharpGeneratorDriver.Create([new CovetGenerator().AsSourceGenerator()], parseOptions: ParseOptions, optionsProvider: options);
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

    public static SyntaxTree Parse(string source, string path) => CSharpSyntaxTree.ParseText(source, ParseOptions, path, System.Text.Encoding.UTF8);

    /// <summary>Compiles one file of a user; a program without an entry point is given one.</summary>
    public static UserProject Create(string source, IEnumerable<MetadataReference>? libraries = null) => Create([Parse(source, UserPath)], ProjectOptions.In(source), libraries);

    public static UserProject Create(IEnumerable<SyntaxTree> trees, ProjectOptions options, IEnumerable<MetadataReference>? libraries = null)
    {
        var compilation = Base.AddSyntaxTrees(trees).WithOptions(ProgramOptions.WithSyntaxTreeOptionsProvider(options.Severities).WithOutputKind(options.OutputKind));
        compilation = libraries is null ? compilation : compilation.AddReferences(libraries);
        var complete = options.OutputKind == OutputKind.ConsoleApplication && compilation.GetEntryPoint(TestContext.Current.CancellationToken) is null ? compilation.AddSyntaxTrees(Parse(EntryPoint, "/app/EntryPoint.cs")) : compilation;
        return new UserProject(complete, options);
    }

    public static UserProject Create(CSharpCompilation compilation, ProjectOptions options)
    {
        var complete = compilation.WithOptions(((CSharpCompilationOptions)compilation.Options).WithSyntaxTreeOptionsProvider(options.Severities));
        complete = complete.GetEntryPoint(TestContext.Current.CancellationToken) is null ? complete.AddSyntaxTrees(Parse(EntryPoint, "/app/EntryPoint.cs")) : complete;
        return new UserProject(complete, options);
    }

    /// <summary>What the analyzers report, in the order of places; an analyzer that throws fails the test.</summary>
    public async Task<ImmutableArray<Diagnostic>> AnalyzeAsync()
    {
        var run = Output.WithAnalyzers(Rules.Analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], options),
            onAnalyzerException: null,
            concurrentAnalysis: false,
            logAnalyzerExecutionTime: false));
        var found = await run.GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
        var broken = found.FirstOrDefault(d => d.Id == "AD0001");
        Assert.True(broken is null, broken?.ToString());
        return [.. found.OrderBy(d => d.Location.SourceSpan.Start).ThenBy(d => d.Location.SourceSpan.End).ThenBy(d => d.Id, StringComparer.Ordinal)];
    }
}
