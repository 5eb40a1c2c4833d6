using System.Reflection;
using Covet.Generators.Emit.Validation;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Validation;
using Covet.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Covet.Generators.Tests.Validation;

/// <summary>Parses types, emits their validators, compiles both, and runs the validators: the generator's way without endpoints around it.</summary>
internal sealed class GeneratedValidators : IDisposable
{
    private static readonly MethodInfo RunMethod = typeof(ModelValidation).GetMethods().Single(method => method.Name == "Run");

    private readonly LoadedAssembly loaded;

    private GeneratedValidators(LoadedAssembly loaded, IReadOnlyDictionary<string, string> files)
    {
        this.loaded = loaded;
        Files = files;
    }

    /// <summary>The generated files by the type's Id.</summary>
    public IReadOnlyDictionary<string, string> Files { get; }

    /// <summary>The validators of all classes and structs of the source.</summary>
    public static GeneratedValidators Make(string source, CompiledLibrary[]? libraries = null, Func<string, bool>? show = null)
    {
        libraries ??= [];
        var compilation = Compile(source, libraries);
        var parsed = Parse(compilation);
        Assert.Empty(parsed.Diagnostics.Select(diagnostic => diagnostic.RuleId + ": " + string.Join(" | ", diagnostic.Arguments)));
        var files = parsed.Types.ToDictionary(type => type.Type.Id, ValidatorEmitter.Emit);
        Assert.Equal(files, Parse(compilation).Types.ToDictionary(type => type.Type.Id, ValidatorEmitter.Emit));
        if (TestContext.Current.TestMethod is not null)
        {
            Snapshot.VerifySubject([.. files.Where(file => show?.Invoke(file.Key) ?? true).Select(file => KeyValuePair.Create(file.Key + ".cs", file.Value))], source, "App");
        }

        var output = compilation.AddSyntaxTrees(files.Select(file => CSharpSyntaxTree.ParseText(file.Value, new CSharpParseOptions(LanguageVersion.CSharp13), file.Key + ".g.cs", System.Text.Encoding.UTF8)));
        var problems = output.GetDiagnostics().Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed).ToList();
        Assert.True(problems.Count == 0, string.Join("\n", problems.Take(20)) + "\n" + string.Join("\n", problems.Where(problem => problem.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true).Select(problem => problem.Location.SourceTree).Distinct().Take(1)));
        using var image = new MemoryStream();
        using var symbols = new MemoryStream();
        var emitted = output.Emit(image, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Take(10)));
        return new GeneratedValidators(LoadedAssembly.Load(new CompiledLibrary("Validated", image.ToArray(), symbols.ToArray(), libraries)), files);
    }

    /// <summary>What the parser refuses of a source, as <c>rule: reason</c>.</summary>
    public static IReadOnlyList<string> Refusals(string source)
    {
        IReadOnlyList<string> refusals = [.. Parse(Compile(source, [])).Diagnostics.Select(diagnostic => Rules.RuleCatalog.Get(diagnostic.RuleId).Id + ": " + Rules.RuleCatalog.Format(diagnostic.RuleId, diagnostic.Arguments))];
        Snapshot.VerifyRefusals(string.Concat(refusals.Select(refusal => refusal + "\n")));
        return refusals;
    }

    public Type Type(string name) => loaded.Assembly.GetType(name, throwOnError: true)!;

    /// <summary>Runs the generated validator of an object's type; empty where it has none.</summary>
    public IReadOnlyList<RequestError> Run(object value)
    {
        var id = Ids(value.GetType());
        var validator = loaded.Assembly.GetType("Covet.Generated." + id + "Validator");
        return validator is null ? [] : Run(value, value.GetType(), validator);
    }

    public IReadOnlyList<RequestError> Run(object value, Type type, Type validator) =>
        ((RequestErrors?)RunMethod.MakeGenericMethod(type, validator).Invoke(null, [value]))?.Items ?? [];

    public void Dispose() => loaded.Dispose();

    private static string Ids(Type type) => type.FullName!.Replace("_", "__", StringComparison.Ordinal).Replace("+", "_0in_", StringComparison.Ordinal).Replace('.', '_');

    private static CSharpCompilation Compile(string source, CompiledLibrary[] libraries)
    {
        var parse = new CSharpParseOptions(LanguageVersion.CSharp13);
        return CSharpCompilation.Create(
            "Validated",
            [CSharpSyntaxTree.ParseText(GeneratorTestHelper.ImplicitUsings, parse, "/app/Usings.cs", System.Text.Encoding.UTF8), CSharpSyntaxTree.ParseText(source, parse, "/app/Models.cs", System.Text.Encoding.UTF8)],
            References.All.Concat(libraries.Select(library => (MetadataReference)MetadataReference.CreateFromImage(library.Image))),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release, warningLevel: 9999).WithSpecificDiagnosticOptions([KeyValuePair.Create("CS8019", ReportDiagnostic.Suppress), KeyValuePair.Create("CS8933", ReportDiagnostic.Suppress), KeyValuePair.Create("CS8618", ReportDiagnostic.Suppress)]));
    }

    private static (EquatableArray<ValidationTypeSpec> Types, EquatableArray<DiagnosticSpec> Diagnostics) Parse(CSharpCompilation compilation)
    {
        var roots = Nested(compilation.Assembly.GlobalNamespace);
        return ValidationGraph.Get(compilation).Collect(roots, TestContext.Current.CancellationToken);
    }

    private static IEnumerable<ITypeSymbol> Nested(INamespaceOrTypeSymbol symbol) => symbol.GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .SelectMany(member => member is INamedTypeSymbol type && !type.IsStatic && type.Arity == 0 && type.TypeKind is TypeKind.Class or TypeKind.Struct ? Nested(type).Prepend(type) : member is INamespaceSymbol ? Nested(member) : []);
}
