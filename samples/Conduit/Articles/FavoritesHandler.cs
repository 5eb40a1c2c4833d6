using System.Security.Claims;
using Conduit.Errors;
using Conduit.Security;
using Conduit.Stores;

namespace Conduit.Articles;

/// <summary>Favourites.</summary>
[Handler("/api/articles/{slug}/favorite")]
[Authorize]
[Tags("Favorites")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class FavoritesHandler(IConduitStore store)
{
    /// <summary>Favorite an article</summary>
    /// <remarks>Favorite an article. Auth is required</remarks>
    /// <param name="slug">Slug of the article that you want to favorite</param>
    [Post(Name = "CreateArticleFavorite")]
    public Task<Results<Ok<ArticleResponse>, NotFound<ErrorModel>>> Add(string slug, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SetAsync(slug, principal, true, cancellationToken);

    /// <summary>Unfavorite an article</summary>
    /// <remarks>Unfavorite an article. Auth is required</remarks>
    /// <param name="slug">Slug of the article that you want to unfavorite</param>
    [Delete(Name = "DeleteArticleFavorite")]
    public Task<Results<Ok<ArticleResponse>, NotFound<ErrorModel>>> Remove(string slug, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        SetAsync(slug, principal, false, cancellationToken);

    private async Task<Results<Ok<ArticleResponse>, NotFound<ErrorModel>>> SetAsync(
        string slug,
        ClaimsPrincipal principal,
        bool favorite,
        CancellationToken cancellationToken)
    {
        var id = principal.RequiredId();
        return await store.FindArticleAsync(slug, id, cancellationToken) is { } found
            && await store.SetFavoriteAsync(id, found.Article.Id, favorite, cancellationToken)
            && await store.FindArticleAsync(slug, id, cancellationToken) is { } view
                ? ArticlesHandler.Article(view)
                : ArticlesHandler.Unknown();
    }
}
