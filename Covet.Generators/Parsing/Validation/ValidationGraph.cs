using System.Runtime.CompilerServices;
using Covet.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>
/// All types of a compilation that were asked for, with their rules and what lies below them: a type needs a validator
/// where it, or something that it reaches, has a rule.
/// </summary>
internal sealed class ValidationGraph
{
    private static readonly ConditionalWeakTable<Compilation, ValidationGraph> Cache = new();

    private readonly Compilation compilation;
    private readonly Dictionary<ITypeSymbol, ValidationNode> nodes = new(SymbolEqualityComparer.IncludeNullability);

    private readonly List<ITypeSymbol> recent = [];

    private ValidationGraph(Compilation compilation) => this.compilation = compilation;

    /// <summary>The graph of a compilation; may be asked by several threads.</summary>
    public static ValidationGraph Get(Compilation compilation) => Cache.GetValue(compilation, static key => new ValidationGraph(key));

    /// <summary>The rules of a type and everything below it; null where there are none.</summary>
    public ValidationTypeSpec? Find(ITypeSymbol type, CancellationToken cancellation)
    {
        lock (nodes)
        {
            var node = Node(type, cancellation);
            return node.Needed ? node.ToSpec() : null;
        }
    }

    /// <summary>Rules of a type, or below it, that cannot be generated.</summary>
    public IReadOnlyList<DiagnosticSpec> Diagnostics(ITypeSymbol type, CancellationToken cancellation)
    {
        lock (nodes)
        {
            return [.. Node(type, cancellation).Reachable.SelectMany(node => node.Diagnostics).Distinct()];
        }
    }

    /// <summary>The rules of some types and of everything below them, each type once.</summary>
    public (EquatableArray<ValidationTypeSpec> Types, EquatableArray<DiagnosticSpec> Diagnostics) Collect(IEnumerable<ITypeSymbol> roots, CancellationToken cancellation)
    {
        lock (nodes)
        {
            var reached = roots.Where(ValidationTypeParser.CanHaveRules).SelectMany(root => Node(root, cancellation).Reachable).Distinct().ToList();
            return (
                reached.Where(node => node.Needed).Select(node => node.ToSpec()).GroupBy(spec => spec.Type.Id).Select(group => group.First()).ToEquatableArray(),
                reached.SelectMany(node => node.Diagnostics).Distinct().ToEquatableArray());
        }
    }

    private ValidationNode Node(ITypeSymbol type, CancellationToken cancellation)
    {
        if (!type.IsValueType)
        {
            type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        }

        if (nodes.TryGetValue(type, out var known))
        {
            return known;
        }

        var waiting = new Stack<ValidationNode>();
        recent.Clear();
        var root = Add(type, waiting);
        while (waiting.Count > 0)
        {
            if (cancellation.IsCancellationRequested)
            {
                // Half of a graph must not answer the next question.
                nodes.Clear();
                cancellation.ThrowIfCancellationRequested();
            }

            var node = waiting.Pop();
            foreach (var below in ValidationTypeParser.Parse(node, compilation))
            {
                if (below.Value.IsEndless())
                {
                    // JSON refuses the root for it. What was found on the way is looked for again, as it is not complete.
                    foreach (var added in recent)
                    {
                        nodes.Remove(added);
                    }

                    return root;
                }

                node.Edges[below.Key] = Resolve(below.Value, waiting);
            }
        }

        return root;
    }

    private ValidationNode? Resolve(ITypeSymbol type, Stack<ValidationNode> waiting)
    {
        if (!type.IsValueType)
        {
            type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        }

        if (nodes.TryGetValue(type, out var known))
        {
            return known;
        }

        return ValidationTypeParser.CanHaveRules(type) ? Add(type, waiting) : null;
    }

    private ValidationNode Add(ITypeSymbol type, Stack<ValidationNode> waiting)
    {
        var node = new ValidationNode(type);
        nodes.Add(type, node);
        recent.Add(type);
        waiting.Push(node);
        return node;
    }
}
