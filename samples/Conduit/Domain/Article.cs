namespace Conduit.Domain;

/// <summary>An article. Times are UTC in whole milliseconds, which every store keeps exactly.</summary>
internal sealed record Article(
    long Id,
    string Slug,
    string Title,
    string Description,
    string Body,
    IReadOnlyList<string> Tags,
    DateTime CreatedAt,
    DateTime UpdatedAt,
    long AuthorId);
