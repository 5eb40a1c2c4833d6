namespace Conduit.Articles;

/// <summary>A new article.</summary>
internal sealed record CreateArticle(
    [property: Required, StringLength(200)] string Title,
    [property: Required, StringLength(1_000)] string Description,
    [property: Required, StringLength(200_000)] string Body,
    IReadOnlyList<string>? TagList);
