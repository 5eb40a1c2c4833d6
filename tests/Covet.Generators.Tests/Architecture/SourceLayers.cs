using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Tests;

/// <summary>Which folder of a project calls which, found by binding every name in its sources.</summary>
internal sealed class SourceLayers
{
    private readonly string project;
    private readonly CSharpCompilation compilation;

    private SourceLayers(string project, CSharpCompilation compilation)
    {
        this.project = project;
        this.compilation = compilation;
    }

    /// <summary>Reads a project of the repository.</summary>
    /// <param name="project">The project's folder.</param>
    /// <param name="linked">A folder of another project whose sources are compiled in, or null.</param>
    /// <param name="globalUsings">The project's global usings.</param>
    /// <param name="references">What the project refers to.</param>
    public static SourceLayers Load(string project, string? linked, string globalUsings, params IEnumerable<MetadataReference> references)
    {
        var options = new CSharpParseOptions(LanguageVersion.CSharp13, DocumentationMode.None, preprocessorSymbols: linked is null ? ["NET", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"] : ["NETSTANDARD", "NETSTANDARD2_0"]);
        var trees = Repository.Sources(project)
            .Concat(linked is null ? [] : Repository.Sources(linked))
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, f))
            .Append(CSharpSyntaxTree.ParseText(globalUsings, options, "GlobalUsings.cs"));
        var compilation = CSharpCompilation.Create(
            project,
            trees,
            references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        return new SourceLayers(project, compilation);
    }

    /// <summary>The sources, bound.</summary>
    public CSharpCompilation Compilation => compilation;

    /// <summary>The names that could not be bound: the walk would be blind to them.</summary>
    public IReadOnlyList<string> Unbound() =>
        [.. compilation.GetDiagnostics().Where(d => d.Id is "CS0246" or "CS0103" or "CS0234").Take(10).Select(d => d.ToString())];

    /// <summary>Every use of something that is declared elsewhere: in another folder of the project, or in another assembly.</summary>
    public IEnumerable<LayerUse> Uses()
    {
        foreach (var tree in compilation.SyntaxTrees.Where(t => t.FilePath.StartsWith(Repository.Root, StringComparison.Ordinal)))
        {
            var model = compilation.GetSemanticModel(tree);
            var from = Folder(tree.FilePath);
            foreach (var name in tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var symbol = model.GetSymbolInfo(name).Symbol;
                if (symbol is null or INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol)
                {
                    continue;
                }

                var declared = symbol.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()?.SyntaxTree.FilePath;
                yield return new LayerUse(
                    Repository.Relative(tree.FilePath),
                    from,
                    declared is null ? null : Folder(declared),
                    symbol.ContainingAssembly?.Name ?? "",
                    (symbol as INamedTypeSymbol ?? symbol.ContainingType)?.Name ?? symbol.Name,
                    symbol);
            }
        }
    }

    /// <summary>The folder directly below the project, or empty for the project's own.</summary>
    private string Folder(string path)
    {
        var parts = Path.GetRelativePath(Path.Combine(Repository.Root, project), path).Split(Path.DirectorySeparatorChar);
        return parts.Length > 1 ? parts[0] : "";
    }
}
