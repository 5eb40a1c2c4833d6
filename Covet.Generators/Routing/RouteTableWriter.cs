using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>Writes patterns and nodes as numbers and text.</summary>
internal sealed class RouteTableWriter
{
    private readonly RouteTextPool text = new();
    private readonly List<int> numbers = [.. new int[RouteTableLayout.HeaderSize]];

    public RouteTableImage Write(IReadOnlyList<TablePattern> patterns, IReadOnlyList<TableNode> trees, IReadOnlyList<string> customMethods)
    {
        var patternWriter = new RoutePatternWriter(numbers, text);
        foreach (var pattern in patterns)
        {
            patternWriter.Write(pattern);
        }

        numbers[RouteTableLayout.HeaderVersion] = RouteTableLayout.Version;
        numbers[RouteTableLayout.HeaderSegmentLimit] = patterns.Select(static pattern => pattern.Pattern.Segments.Count).DefaultIfEmpty().Max();
        numbers[RouteTableLayout.HeaderParameterLimit] = patterns.Select(static pattern => pattern.Pattern.Parameters.Count()).DefaultIfEmpty().Max();
        numbers[RouteTableLayout.HeaderRegexCount] = patternWriter.RegexCount;
        numbers[RouteTableLayout.HeaderPatterns] = WriteList(patterns.Select(static pattern => pattern.Offset));
        numbers[RouteTableLayout.HeaderCustomMethods] = numbers.Count;
        numbers.Add(customMethods.Count);
        foreach (var method in customMethods)
        {
            numbers.Add(text.Add(method));
            numbers.Add(method.Length);
        }

        var roots = trees.Select(WriteNode).ToList();
        numbers[RouteTableLayout.HeaderTrees] = roots.Count == 1 ? roots[0] : -WriteList(roots);
        return new RouteTableImage([.. numbers], text.ToString());
    }

    private int WriteList(IEnumerable<int> items)
    {
        var at = numbers.Count;
        numbers.Add(0);
        numbers.AddRange(items);
        numbers[at] = numbers.Count - at - 1;
        return at;
    }

    private int WriteCandidates(List<TablePattern> candidates) => candidates.Count switch
    {
        0 => 0,
        1 => candidates[0].Offset,
        _ => -WriteList(TablePattern.Sort(candidates).Select(static candidate => candidate.Offset)),
    };

    private int WriteChild(TableNode? node) => node is null ? 0 : node.IsLeaf ? -node.End[0].Offset : WriteNode(node);

    private int WriteNode(TableNode node)
    {
        var at = numbers.Count;
        numbers.AddRange(new int[RouteTableLayout.NodeLiteralEntries]);
        var children = RouteLiteralWriter.Write(numbers, text, node.Literals);
        numbers[at + RouteTableLayout.NodeShape] =
            (node.Literals.Count > 0 ? RouteTableLayout.HasLiterals : 0)
            | (node.Literals.Count > RouteTableLayout.LinearLiterals ? RouteTableLayout.HasHashedLiterals : 0)
            | (node.Constrained is not null || node.Parameter is not null || node.CatchAll.Count > 0 ? RouteTableLayout.HasOthers : 0);
        numbers[at + RouteTableLayout.NodeMethods] = node.Methods;
        numbers[at + RouteTableLayout.NodeSegments] = node.MinSegments | (node.MaxSegments << 16);
        numbers[at + RouteTableLayout.NodeEnd] = WriteCandidates(node.End);
        numbers[at + RouteTableLayout.NodeCatchAll] = WriteCandidates(node.CatchAll);
        numbers[at + RouteTableLayout.NodeConstrained] = WriteChild(node.Constrained);
        numbers[at + RouteTableLayout.NodeParameter] = WriteChild(node.Parameter);
        foreach (var (slot, child) in children)
        {
            numbers[slot] = WriteChild(child);
        }

        return at;
    }
}
