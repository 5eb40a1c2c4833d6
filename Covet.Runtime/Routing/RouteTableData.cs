namespace Covet.Internal;

/// <summary>The constant data of a route table; <c>docs/routing.md</c> describes it.</summary>
/// <param name="numbers">Nodes, patterns and lists, as <c>RouteTableLayout</c> says.</param>
/// <param name="text">The text that the numbers point into.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct RouteTableData(ReadOnlySpan<int> numbers, ReadOnlySpan<char> text)
{
    /// <summary>Nodes, patterns and lists.</summary>
    public ReadOnlySpan<int> Numbers { get; } = numbers;

    /// <summary>The text that the numbers point into.</summary>
    public ReadOnlySpan<char> Text { get; } = text;
}
