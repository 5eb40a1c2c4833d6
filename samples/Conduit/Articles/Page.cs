namespace Conduit.Articles;

/// <summary>Which part of a list.</summary>
/// <param name="Offset">The number of items to skip before starting to collect the result set.</param>
/// <param name="Limit">The numbers of items to return.</param>
internal sealed record Page(
    [property: Range(0, int.MaxValue)] int Offset = 0,
    [property: Range(1, 100)] int Limit = 20);
