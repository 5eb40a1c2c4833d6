using System.Security.Claims;
using Conduit.Articles;
using Conduit.Domain;
using Conduit.Errors;
using Conduit.Security;
using Conduit.Stores;

namespace Conduit.Comments;

/// <summary>Comments on an article.</summary>
[Handler("/api/articles/{slug}/comments")]
[Tags("Comments")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class CommentsHandler(IConduitStore store)
{
    /// <summary>Get comments for an article</summary>
    /// <remarks>Get the comments for an article. Auth is optional</remarks>
    /// <param name="slug">Slug of the article that you want to get comments for</param>
    [Get(Name = "GetArticleComments")]
    [OptionalToken]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [AllowAnonymous]
    public async Task<Results<Ok<CommentsResponse>, NotFound<ErrorModel>>> List(string slug, ClaimsPrincipal principal, CancellationToken cancellationToken)
    {
        if (await store.FindArticleAsync(slug, null, cancellationToken) is not { Article: var article })
        {
            return ArticlesHandler.Unknown();
        }

        var comments = await store.ListCommentsAsync(article.Id, principal.Id(), cancellationToken);
        return TypedResults.Ok(new CommentsResponse([.. comments.Select(CommentModel.Of)]));
    }

    /// <summary>Create a comment for an article</summary>
    /// <remarks>Create a comment for an article. Auth is required</remarks>
    /// <param name="slug">Slug of the article that you want to create a comment for</param>
    [Post(Name = "CreateArticleComment")]
    [Authorize]
    public async Task<Results<Ok<CommentResponse>, NotFound<ErrorModel>, UnauthorizedHttpResult>> Create(
        string slug,
        CreateCommentRequest body,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        if (await store.FindUserAsync(principal.RequiredId(), cancellationToken) is not { } user)
        {
            return TypedResults.Unauthorized();
        }

        if (await store.FindArticleAsync(slug, null, cancellationToken) is not { Article: var article }
            || await store.AddCommentAsync(new NewComment(article.Id, user.Id, body.Comment.Body, ArticleService.Now()), cancellationToken) is not { } comment)
        {
            return ArticlesHandler.Unknown();
        }

        var author = new AuthorView(user.Username, user.Bio, user.Image, Following: false);
        return TypedResults.Ok(new CommentResponse(CommentModel.Of(new CommentView(comment, author))));
    }

    /// <summary>Delete a comment for an article</summary>
    /// <remarks>Delete a comment for an article. Auth is required</remarks>
    /// <param name="slug">Slug of the article that you want to delete a comment for</param>
    /// <param name="id">ID of the comment you want to delete</param>
    [Delete("{id:long}", Name = "DeleteArticleComment")]
    [Authorize]
    public async Task<Results<NoContent, NotFound<ErrorModel>, ForbidHttpResult>> Delete(
        string slug,
        long id,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        if (await store.FindArticleAsync(slug, null, cancellationToken) is not { Article: var article }
            || await store.FindCommentAsync(article.Id, id, cancellationToken) is not { } comment)
        {
            return TypedResults.NotFound(ErrorModel.Of("There is no such comment."));
        }

        if (comment.AuthorId != principal.RequiredId())
        {
            return TypedResults.Forbid();
        }

        await store.DeleteCommentAsync(id, cancellationToken);
        return TypedResults.NoContent();
    }
}
