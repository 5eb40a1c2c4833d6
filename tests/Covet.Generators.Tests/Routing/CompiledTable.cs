using System.Text;
using Covet.Generators.Emit.Routing;
using Covet.Generators.Model;
using Covet.Generators.Routing;
using Covet.Internal;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace Covet.Generators.Tests.Routing;

/// <summary>Emitted route tables and modules, compiled as an application's compiler would, and loaded.</summary>
internal static class CompiledTable
{
    private const int MostShown = 100;

    /// <summary>Emits, compiles without a warning, and makes the table.</summary>
    public static CovetRouteTable Create(RouteSpec[] routes, string? moduleSource = null)
    {
        var (diagnostics, image) = Compile(routes, moduleSource);
        Assert.Empty(diagnostics);
        using var assembly = LoadedAssembly.Load(new CompiledLibrary("Table", image.ToArray(), [], []));
        return (CovetRouteTable)assembly.Assembly.CreateInstance("Covet.Generated.RouteTable")!;
    }

    public static (string Table, string Module) Emit(IReadOnlyList<RouteSpec> routes)
    {
        var entries = routes.Select((route, index) => new RouteTableEntry(route, 0, index)).ToList();
        var definitions = routes.Select((route, index) => Definition(route, index)).ToList();
        return (
            RouteTableEmitter.Emit(entries, ["new global::App.Endpoints()"]),
            Module(definitions));
    }

    public static (IReadOnlyList<Diagnostic> Diagnostics, MemoryStream Image) Compile(IReadOnlyList<RouteSpec> routes, string? moduleSource)
    {
        var (table, module) = Emit(routes);
        if (routes.Count <= MostShown)
        {
            // Half of a surrogate pair cannot be in a file.
            Snapshot.VerifySubject([new("RouteTable.cs", Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(table)))], null, "App");
        }

        var compilation = CSharpCompilation.Create(
            "Table",
            [CSharpSyntaxTree.ParseText(table), CSharpSyntaxTree.ParseText(moduleSource ?? module)],
            References.All,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, optimizationLevel: OptimizationLevel.Release));
        var image = new MemoryStream();
        var result = compilation.Emit(image, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.Embedded));
        return ([.. result.Diagnostics.Where(d => d.Severity >= DiagnosticSeverity.Warning)], image);
    }

    private static string Module(List<string> definitions) => $$"""
        namespace App;
        internal sealed class Endpoints : global::Covet.Internal.EndpointModule
        {
            public override int Count => {{definitions.Count}};
            public override global::Covet.Internal.EndpointDefinition Create(int index) => index switch
            {
                {{string.Join("\n        ", definitions.Select((d, i) => $"{i} => {d},"))}}
                _ => throw new global::System.ArgumentOutOfRangeException(nameof(index)),
            };
        }
        """;

    private static string Definition(RouteSpec route, int index) =>
        $"new global::Covet.Internal.EndpointDefinition({Text(route.Method)}, {Text(route.Template)}, \"{index}\", static _ => global::System.Threading.Tasks.Task.CompletedTask) {{ Order = {route.Order} }}";

    private static string Text(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
