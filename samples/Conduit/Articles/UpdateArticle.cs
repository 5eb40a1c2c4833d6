namespace Conduit.Articles;

/// <summary>What to change about an article; what is absent or null stays.</summary>
internal sealed record UpdateArticle(
    [property: StringLength(200, MinimumLength = 1)] string? Title,
    [property: StringLength(1_000, MinimumLength = 1)] string? Description,
    [property: StringLength(200_000, MinimumLength = 1)] string? Body);
