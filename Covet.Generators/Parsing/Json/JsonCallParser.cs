using System.Collections.Concurrent;
using System.IO;
using System.Runtime.CompilerServices;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Incremental;
using Covet.Generators.Parsing.Types;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Covet.Generators.Parsing.Json;

/// <summary>
/// Reads what code does with <c>CovetJson</c>. A method whose type argument is known where it stands gets a codec like a type of an
/// endpoint, and a call of it is bound to that codec; a type parameter is left to the run time.
/// </summary>
internal static class JsonCallParser
{
    private static readonly ParseCache<JsonCallResult> Cache = new();

    // A model binds a whole method to know one call in it: the calls of a file share one.
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<SyntaxTree, SemanticModel>> Models = new();

    /// <summary>Whether a node may name a method of <c>CovetJson</c>; the class itself may be hidden behind an alias or <c>using static</c>.</summary>
    public static bool IsCandidate(SyntaxNode node) => node is SimpleNameSyntax { Identifier.ValueText: "Serialize" or "SerializeToUtf8Bytes" or "Deserialize" };

    /// <summary>What the name stands for; null where it is nothing of Covet's, or is nothing that can be known at build.</summary>
    public static JsonCallResult? Parse(SyntaxNode name, Compilation compilation, CancellationToken cancellation) =>
        Cache.Get(
            name,
            compilation,
            static (node, compilation, cancellation) =>
            {
                var result = ParseNew((SimpleNameSyntax)node, compilation, cancellation);
                return new(result, SeesEndpoints: true, result is null ? [] : [.. OtherFiles.At(result.Diagnostics, node.SyntaxTree, compilation)]);
            },
            cancellation);

    /// <summary>The method that a name stands for and the call that it is the name of; null where it is not one of <c>CovetJson</c>.</summary>
    public static (IMethodSymbol Method, InvocationExpressionSyntax? Call)? MethodOf(SimpleNameSyntax name, SemanticModel model, CancellationToken cancellation)
    {
        ExpressionSyntax whole = name.Parent is MemberAccessExpressionSyntax access && access.Name == name ? access : name;
        var call = whole.Parent is InvocationExpressionSyntax invocation && invocation.Expression == whole ? invocation : null;
        return model.GetSymbolInfo(call ?? whole, cancellation).Symbol is IMethodSymbol { TypeArguments.Length: 1 } method
            && method.ContainingType.Is("Covet", "CovetJson")
            && !method.TypeArguments[0].IsBroken()
                ? (method, call)
                : null;
    }

    private static JsonCallResult? ParseNew(SimpleNameSyntax name, Compilation compilation, CancellationToken cancellation)
    {
        var model = Models.GetOrCreateValue(compilation).GetOrAdd(name.SyntaxTree, tree => compilation.GetSemanticModel(tree));
        if (MethodOf(name, model, cancellation) is not var (method, call))
        {
            return null;
        }

        var type = method.TypeArguments[0].WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (type.IsOpen() || JsonLibraryModels.Get(compilation).Owns(type))
        {
            return null;
        }

        var reads = method.Name == "Deserialize";
        var (types, diagnostics) = TypeGraph.Get(compilation).Collect([(type, reads ? JsonUse.Read : JsonUse.Write)], cancellation);
        var reference = TypeRefFactory.Create(type);
        var place = Symbols.Place(name.GetLocation());
        if (!reads && types.Any(spec => spec.Type.Id == reference.Id && spec.Json.Shape == JsonShape.AsyncEnumerable))
        {
            diagnostics = new EquatableArray<DiagnosticSpec>([new DiagnosticSpec(RuleIds.JsonTypeUnsupported, place, Unsupported(type.ToDisplayString(), "it is written as its items come, which only the result of an endpoint can be; use a list"))]);
        }

        if (diagnostics.Count > 0)
        {
            return new JsonCallResult(default, null, diagnostics.Told().Select(diagnostic => AtCall(diagnostic, type.Place(), place)).ToEquatableArray());
        }

        var location = call is null || JsonExpressionTrees.Holds(call, model, cancellation) ? null : model.GetInterceptableLocation(call, cancellation);
        var spec = location is null ? null : new JsonCallSpec(KindOf(method), reference, ExperimentalParser.Of([type]), location.Version, location.Data, PlaceOf(name));
        return new JsonCallResult(types, spec, default);
    }

    private static JsonCallKind KindOf(IMethodSymbol method) => method.Name switch
    {
        "SerializeToUtf8Bytes" => JsonCallKind.Bytes,
        "Serialize" => method.Parameters.Length == 2 ? JsonCallKind.Buffer : JsonCallKind.Text,
        _ => method.Parameters[0].Type.SpecialType == SpecialType.System_String ? JsonCallKind.FromText : JsonCallKind.FromBytes,
    };

    // A member that has no JSON form is told at the member; what is wrong with the type as a whole, where it is asked for.
    private static DiagnosticSpec AtCall(DiagnosticSpec diagnostic, LocationSpec? type, LocationSpec? place) =>
        diagnostic.RuleId == RuleIds.JsonTypeUnsupported && diagnostic.Arguments[0] == JsonTypeParser.Model
            ? diagnostic with { Location = place, Arguments = Unsupported(diagnostic.Arguments[1], diagnostic.Arguments[2]) }
            : diagnostic with { Location = diagnostic.Location is null || diagnostic.Location == type ? place : diagnostic.Location };

    private static EquatableArray<string> Unsupported(string type, string reason) => new(["What CovetJson is given", type, reason]);

    // The name of a file may hold what ends a comment.
    private static string PlaceOf(SimpleNameSyntax name)
    {
        var file = Path.GetFileName(name.SyntaxTree.FilePath.Replace('\\', '/'));
        var line = name.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return new string([.. file.Select(static c => char.IsControl(c) || c is '\u2028' or '\u2029' ? '?' : c)]) + ", line " + line.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
