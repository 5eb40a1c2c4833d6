namespace Conduit.Domain;

/// <summary>An article that has no number yet.</summary>
internal sealed record NewArticle(
    string Slug,
    string Title,
    string Description,
    string Body,
    IReadOnlyList<string> Tags,
    DateTime CreatedAt,
    long AuthorId);
