using Conduit.Domain;
using Conduit.Profiles;

namespace Conduit.Comments;

/// <summary>A comment.</summary>
/// <param name="Id">Its number.</param>
/// <param name="CreatedAt">When it was written.</param>
/// <param name="UpdatedAt">When it was changed last; comments never are.</param>
/// <param name="Body">Its text.</param>
/// <param name="Author">Who wrote it.</param>
internal sealed record CommentModel(long Id, DateTime CreatedAt, DateTime UpdatedAt, string Body, ProfileModel Author)
{
    public static CommentModel Of(CommentView view) =>
        new(view.Comment.Id, view.Comment.CreatedAt, view.Comment.CreatedAt, view.Comment.Body, ProfileModel.Of(view.Author));
}
