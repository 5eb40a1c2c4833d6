using Covet.Generators.Model;
using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>A node of the table while it is built: all patterns whose segments so far have the same shape.</summary>
internal sealed class TableNode
{
    public SortedDictionary<string, TableNode> Literals { get; } = new(StringComparer.OrdinalIgnoreCase);

    public TableNode? Constrained { get; set; }

    public TableNode? Parameter { get; set; }

    public List<TablePattern> End { get; } = [];

    public List<TablePattern> CatchAll { get; } = [];

    public int Methods { get; private set; }

    /// <summary>The fewest and most segments that a path may have from here on.</summary>
    public int MinSegments { get; private set; }

    public int MaxSegments { get; private set; }

    /// <summary>Whether a path can but end here, for one pattern.</summary>
    public bool IsLeaf => End.Count == 1 && CatchAll.Count == 0 && Literals.Count == 0 && Constrained is null && Parameter is null;

    public IEnumerable<TableNode> Children
    {
        get
        {
            IEnumerable<TableNode> children = Literals.Values;
            children = Constrained is null ? children : children.Append(Constrained);
            return Parameter is null ? children : children.Append(Parameter);
        }
    }

    public void Add(TablePattern pattern)
    {
        var segments = pattern.Pattern.Segments;
        var required = segments.Count;
        while (required > 0 && segments[required - 1].MayBeAbsent)
        {
            required--;
        }

        var node = this;
        for (var i = 0; i < segments.Count; i++)
        {
            if (i >= required)
            {
                node.End.Add(pattern);
            }

            if (segments[i].Parts[0].IsCatchAll)
            {
                node.CatchAll.Add(pattern);
                return;
            }

            node = node.Child(segments[i]);
        }

        node.End.Add(pattern);
    }

    /// <summary>Sums up what is below, once all patterns are in.</summary>
    public void Complete()
    {
        MinSegments = End.Count > 0 ? 0 : CatchAll.Count > 0 ? 1 : int.MaxValue;
        MaxSegments = CatchAll.Count > 0 ? RouteTableLayout.UnlimitedSegments : 0;
        Methods = End.Concat(CatchAll).Aggregate(0, static (bits, pattern) => bits | pattern.Methods);
        foreach (var child in Children)
        {
            child.Complete();
            Methods |= child.Methods;
            MinSegments = Math.Min(MinSegments, child.MinSegments + 1);
            MaxSegments = Math.Max(MaxSegments, Math.Min(child.MaxSegments + 1, RouteTableLayout.UnlimitedSegments));
        }
    }

    private TableNode Child(RouteSegmentSpec segment)
    {
        var digit = RoutePrecedence.Digit(segment);
        if (digit == '2')
        {
            return Constrained ??= new TableNode();
        }

        if (digit == '3')
        {
            return Parameter ??= new TableNode();
        }

        var text = segment.Parts[0].Text;
        if (!Literals.TryGetValue(text, out var child))
        {
            child = new TableNode();
            Literals.Add(text, child);
        }

        return child;
    }
}
