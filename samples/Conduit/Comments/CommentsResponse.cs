namespace Conduit.Comments;

internal sealed record CommentsResponse(IReadOnlyList<CommentModel> Comments);
