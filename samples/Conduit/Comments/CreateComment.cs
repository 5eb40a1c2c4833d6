namespace Conduit.Comments;

/// <summary>A new comment.</summary>
internal sealed record CreateComment([property: Required, StringLength(10_000)] string Body);
