namespace Conduit.Comments;

internal sealed record CommentResponse(CommentModel Comment);
