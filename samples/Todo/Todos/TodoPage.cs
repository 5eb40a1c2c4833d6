namespace Todos;

/// <summary>A part of a list.</summary>
/// <param name="Items">The todos of this page.</param>
/// <param name="Total">How many todos the filter lets through on all pages.</param>
/// <param name="NextOffset">The offset of the next page; null on the last one.</param>
public sealed record TodoPage(IReadOnlyList<Todo> Items, int Total, int? NextOffset);
