namespace Conduit.Domain;

/// <summary>A comment on an article.</summary>
internal sealed record Comment(long Id, long ArticleId, long AuthorId, string Body, DateTime CreatedAt);
