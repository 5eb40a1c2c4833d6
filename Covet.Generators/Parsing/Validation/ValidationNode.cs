using Covet.Generators.Model;
using Covet.Generators.Parsing.Types;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Parsing.Validation;

/// <summary>A type in the graph of what validation reaches; lives no longer than the parsing of one compilation.</summary>
internal sealed class ValidationNode(ITypeSymbol type)
{
    private List<ValidationNode>? reachable;

    public ITypeSymbol Type { get; } = type;

    /// <summary>The rules of the type itself; its members are all that could matter, until <see cref="ToSpec"/> chooses.</summary>
    public ValidationTypeSpec Spec { get; set; } = new(TypeRefFactory.Create(type), default);

    /// <summary>The types below, by the member's C# name; see <see cref="ValidationTypeParser"/> for other names.</summary>
    public Dictionary<string, ValidationNode?> Edges { get; } = [];

    public List<DiagnosticSpec> Diagnostics { get; } = [];

    /// <summary>Whether the type has rules itself.</summary>
    public bool HasOwnRules { get; set; }

    /// <summary>The node and all below it.</summary>
    public IReadOnlyList<ValidationNode> Reachable => reachable ??= Collect();

    /// <summary>Whether a validator has anything to do.</summary>
    public bool Needed => Reachable.Any(node => node.HasOwnRules);

    private bool IsRecursive => !Type.IsValueType && Edges.Values.Any(next => next is not null && next.Reachable.Contains(this));

    /// <summary>The spec, with the members that matter.</summary>
    public ValidationTypeSpec ToSpec() => Spec with
    {
        Members = Spec.Members
            .Select(member => member with { HasValidator = Edges.TryGetValue(member.ClrName, out var below) && below is { Needed: true } })
            .Where(member => member.HasValidator || member.Rules.Count > 0)
            .ToEquatableArray(),
        DerivedTypes = Spec.DerivedTypes.Where(derived => Edges[ValidationTypeParser.DerivedEdge + derived.FullName] is { Needed: true }).ToEquatableArray(),
        IsRecursive = IsRecursive,
        Experimental = ExperimentalParser.OfModel(Type),
    };

    private List<ValidationNode> Collect()
    {
        var seen = new HashSet<ValidationNode> { this };
        var list = new List<ValidationNode> { this };
        for (var i = 0; i < list.Count; i++)
        {
            list.AddRange(list[i].Edges.Values.Where(next => next is not null && seen.Add(next))!);
        }

        return list;
    }
}
