using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Covet.Generators.Model;
using Covet.Generators.Parsing.Docs;
using Covet.Generators.Parsing.Json;
using Covet.Generators.Rules;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Types;

/// <summary>The types that endpoints and <c>[JsonModel]</c> reach; each is parsed once a compilation.</summary>
internal sealed class TypeGraph
{
    private static readonly ConditionalWeakTable<Compilation, TypeGraph> Graphs = new();

    private readonly ConcurrentDictionary<string, TypeNode> nodes = new(StringComparer.Ordinal);
    private readonly JsonTypeParser parser;

    private TypeGraph(Compilation compilation)
    {
        Options = JsonOptionsParser.Parse(compilation);
        parser = new JsonTypeParser(compilation, Options);
    }

    /// <summary>The JSON options of the assembly.</summary>
    public JsonOptionsSpec Options { get; }

    public static TypeGraph Get(Compilation compilation) => Graphs.GetValue(compilation, static key => new TypeGraph(key));

    /// <summary>Everything that types reach that are both written and read.</summary>
    public (EquatableArray<TypeSpec> Types, EquatableArray<DiagnosticSpec> Diagnostics) Collect(IEnumerable<ITypeSymbol> roots, CancellationToken cancellation) =>
        Collect(roots.Select(root => (root, JsonUse.Both)), cancellation);

    /// <summary>
    /// Everything that the roots reach, by Id. The roots have a spec whatever they are; a type of one token (a string, a
    /// number) that is only reached has none, as its <see cref="TypeRef.Special"/> says all.
    /// </summary>
    public (EquatableArray<TypeSpec> Types, EquatableArray<DiagnosticSpec> Diagnostics) Collect(IEnumerable<(ITypeSymbol Type, JsonUse Use)> roots, CancellationToken cancellation)
    {
        var found = new SortedDictionary<string, TypeSpec>(StringComparer.Ordinal);
        var uses = new Dictionary<string, JsonUse>(StringComparer.Ordinal);
        var filled = new HashSet<string>(StringComparer.Ordinal);
        var diagnostics = new List<DiagnosticSpec>();
        var work = new Stack<(TypeUse Type, JsonUse Use, bool IsRoot)>(roots.Select(root => (new TypeUse(root.Type), root.Use, true)));
        while (work.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            var (type, use, isRoot) = work.Pop();
            var node = Node(type, cancellation);
            var id = node.Spec.Type.Id;
            if (type.IsFilled)
            {
                filled.Add(id);
            }

            var isKnown = uses.TryGetValue(id, out var known);
            var added = use & ~known;
            if (isRoot || node.Spec.Json.Shape is not (JsonShape.Primitive or JsonShape.Any))
            {
                found[id] = node.Spec with
                {
                    NeedsJson = (known | use) != JsonUse.None,
                    Json = filled.Contains(id) ? node.Spec.Json with { IsFilled = true } : node.Spec.Json,
                };
            }

            if (isKnown && added == JsonUse.None)
            {
                continue;
            }

            uses[id] = known | use;
            diagnostics.AddRange(node.Problems.Where(problem => (problem.Use & known) == 0 && (problem.Use & added) != 0).Select(problem => problem.Diagnostic));
            if (node.Uses.Any(reached => reached.Type.IsEndless()))
            {
                // Of two such members the types are as many as there are ways to choose between them: one is enough to say so.
                diagnostics.Add(new DiagnosticSpec(RuleIds.JsonTypeUnsupported, null, new EquatableArray<string>(["A member", type.Type.OriginalDefinition.ToDisplayString(), "it is one of ever larger types that hold one another, which have no end"])));
                break;
            }

            foreach (var reached in node.Uses)
            {
                work.Push((reached, use, false));
            }
        }

        return (found.Values.ToEquatableArray(), diagnostics.Distinct().ToEquatableArray());
    }

    private TypeNode Node(TypeUse use, CancellationToken cancellation)
    {
        var reference = use.NumberHandling is { } handling && handling != Options.NumberHandling
            ? TypeRefFactory.CreateWithNumberHandling(use.Type, handling)
            : TypeRefFactory.Create(use.Type);
        if (nodes.TryGetValue(reference.Id, out var known))
        {
            return known;
        }

        var context = parser.Parse(use.Type, reference, use.NumberHandling, cancellation);
        var spec = new TypeSpec(reference, context.Spec!)
        {
            Schema = SchemaFacetParser.Parse(use.Type, cancellation),
        };
        return nodes.GetOrAdd(reference.Id, new TypeNode(spec, context.Uses, context.Problems));
    }
}
