namespace Conduit.Comments;

internal sealed record CreateCommentRequest([property: Required] CreateComment Comment);
