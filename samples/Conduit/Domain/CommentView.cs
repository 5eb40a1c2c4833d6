namespace Conduit.Domain;

/// <summary>A comment as one reader sees it.</summary>
internal sealed record CommentView(Comment Comment, AuthorView Author);
