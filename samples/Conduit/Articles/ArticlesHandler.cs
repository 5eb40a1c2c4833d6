using System.Security.Claims;
using Conduit.Domain;
using Conduit.Errors;
using Conduit.Security;
using Conduit.Stores;

namespace Conduit.Articles;

/// <summary>Articles.</summary>
[Handler("/api/articles")]
[Tags("Articles")]
[ProducesResponseType<ErrorModel>(StatusCodes.Status422UnprocessableEntity)]
internal sealed class ArticlesHandler(IConduitStore store, ArticleService articles)
{
    /// <summary>Get recent articles globally</summary>
    /// <remarks>Get most recent articles globally. Use query parameters to filter results. Auth is optional</remarks>
    /// <param name="tag">Filter by tag</param>
    /// <param name="author">Filter by author (username)</param>
    /// <param name="favorited">Filter by favorites of a user (username)</param>
    /// <param name="page">Which part of the list</param>
    /// <param name="principal">Who asks</param>
    /// <param name="cancellationToken">The end of the request</param>
    [Get(Name = "GetArticles")]
    [OptionalToken]
    [ProducesResponseType(StatusCodes.Status401Unauthorized)]
    [AllowAnonymous]
    public async Task<ArticlesResponse> List(
        string? tag,
        string? author,
        string? favorited,
        [AsParameters] Page page,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken) => ArticlesResponse.Of(await store.ListArticlesAsync(
            new ArticleQuery(tag, author, favorited, null, page.Offset, page.Limit),
            principal.Id(),
            cancellationToken));

    /// <summary>Get recent articles from users you follow</summary>
    /// <remarks>Get most recent articles from users you follow. Use query parameters to limit. Auth is required</remarks>
    [Get("feed", Name = "GetArticlesFeed")]
    [Authorize]
    public async Task<ArticlesResponse> Feed([AsParameters] Page page, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        ArticlesResponse.Of(await store.ListArticlesAsync(
            new ArticleQuery(null, null, null, principal.RequiredId(), page.Offset, page.Limit),
            principal.Id(),
            cancellationToken));

    /// <summary>Create an article</summary>
    /// <remarks>Create an article. Auth is required</remarks>
    [Post(Name = "CreateArticle")]
    [Authorize]
    public async Task<Results<Created<ArticleResponse>, UnauthorizedHttpResult>> Create(
        CreateArticleRequest body,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        var id = principal.RequiredId();
        if (await store.FindUserAsync(id, cancellationToken) is null)
        {
            return TypedResults.Unauthorized();
        }

        var slug = await articles.CreateAsync(body.Article, id, cancellationToken);
        var view = await store.FindArticleAsync(slug, id, cancellationToken);
        return TypedResults.Created("/api/articles/" + Uri.EscapeDataString(slug), new ArticleResponse(ArticleModel.Of(view!)));
    }

    /// <summary>Get an article</summary>
    /// <remarks>Get an article. Auth not required</remarks>
    /// <param name="slug">Slug of the article to get</param>
    [Get("{slug}", Name = "GetArticle")]
    [AllowAnonymous]
    public async Task<Results<Ok<ArticleResponse>, NotFound<ErrorModel>>> Get(string slug, ClaimsPrincipal principal, CancellationToken cancellationToken) =>
        await store.FindArticleAsync(slug, principal.Id(), cancellationToken) is { } view ? Article(view) : Unknown();

    /// <summary>Update an article</summary>
    /// <remarks>Update an article. Auth is required</remarks>
    /// <param name="slug">Slug of the article to update</param>
    [Put("{slug}", Name = "UpdateArticle")]
    [Authorize]
    public async Task<Results<Ok<ArticleResponse>, NotFound<ErrorModel>, ForbidHttpResult>> Update(
        string slug,
        UpdateArticleRequest body,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        var id = principal.RequiredId();
        if (await store.FindArticleAsync(slug, id, cancellationToken) is not { } old)
        {
            return Unknown();
        }

        if (old.Article.AuthorId != id)
        {
            return TypedResults.Forbid();
        }

        return await articles.UpdateAsync(old.Article, body.Article, cancellationToken) is { } newSlug
            && await store.FindArticleAsync(newSlug, id, cancellationToken) is { } view
                ? Article(view)
                : Unknown();
    }

    /// <summary>Delete an article</summary>
    /// <remarks>Delete an article. Auth is required</remarks>
    /// <param name="slug">Slug of the article to delete</param>
    [Delete("{slug}", Name = "DeleteArticle")]
    [Authorize]
    public async Task<Results<NoContent, NotFound<ErrorModel>, ForbidHttpResult>> Delete(
        string slug,
        ClaimsPrincipal principal,
        CancellationToken cancellationToken)
    {
        var id = principal.RequiredId();
        if (await store.FindArticleAsync(slug, id, cancellationToken) is not { } view)
        {
            return Unknown();
        }

        if (view.Article.AuthorId != id)
        {
            return TypedResults.Forbid();
        }

        await store.DeleteArticleAsync(view.Article.Id, cancellationToken);
        return TypedResults.NoContent();
    }

    internal static NotFound<ErrorModel> Unknown() => TypedResults.NotFound(ErrorModel.Of("There is no such article."));

    internal static Ok<ArticleResponse> Article(ArticleView view) => TypedResults.Ok(new ArticleResponse(ArticleModel.Of(view)));
}
