namespace Conduit.Domain;

/// <summary>A comment that has no number yet.</summary>
internal sealed record NewComment(long ArticleId, long AuthorId, string Body, DateTime CreatedAt);
