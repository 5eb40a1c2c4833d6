using Conduit.Domain;

namespace Conduit.Stores.Embedded;

/// <summary>The store that needs no setup: all data in memory, every change in a log on the disk before it is acknowledged.</summary>
/// <param name="path">The folder of the log; made if it is not there.</param>
/// <param name="compactAfter">Bytes of log after which it is written anew without what has been replaced.</param>
internal sealed class EmbeddedStore(string path, long compactAfter = 64 * 1024 * 1024) : IConduitStore, IAsyncDisposable
{
    private Journal? journal;

    private Journal Journal => journal ?? throw new StoreUnavailableException("The store has not started.");

    private State State => Journal.Current;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        journal = Journal.Open(path, compactAfter);
        return Task.CompletedTask;
    }

    public Task PingAsync(CancellationToken cancellationToken) => Journal.CommitAsync<bool>(static _ => ([], true), cancellationToken);

    public Task<User> AddUserAsync(NewUser user, CancellationToken cancellationToken) => Journal.CommitAsync<User>(
        state =>
        {
            var added = new User(state.NextUser, user.Username, user.Email, user.PasswordHash, "", "");
            EnsureFree(state, added);
            return ([new Change.UserSaved(added)], added);
        },
        cancellationToken);

    public Task UpdateUserAsync(User user, CancellationToken cancellationToken) => Journal.CommitAsync<bool>(
        state =>
        {
            EnsureFree(state, user);
            return ([new Change.UserSaved(user)], true);
        },
        cancellationToken);

    public Task<User?> FindUserAsync(long id, CancellationToken cancellationToken) => Task.FromResult(State.Users.GetValueOrDefault(id));

    public Task<User?> FindUserByEmailAsync(string email, CancellationToken cancellationToken)
    {
        var state = State;
        return Task.FromResult(state.UsersByEmail.TryGetValue(email, out var id) ? state.Users[id] : null);
    }

    public Task<User?> FindUserByNameAsync(string username, CancellationToken cancellationToken) =>
        Task.FromResult(UserByName(State, username));

    public Task<bool> IsFollowingAsync(long followerId, long followedId, CancellationToken cancellationToken) =>
        Task.FromResult(IsFollowing(State, followerId, followedId));

    public Task SetFollowingAsync(long followerId, long followedId, bool following, CancellationToken cancellationToken) =>
        Journal.CommitAsync<bool>(
            state => IsFollowing(state, followerId, followedId) == following
                ? ([], true)
                : ([new Change.FollowingSet(followerId, followedId, following)], true),
            cancellationToken);

    public Task<Article> AddArticleAsync(NewArticle article, CancellationToken cancellationToken) => Journal.CommitAsync<Article>(
        state =>
        {
            var added = new Article(
                state.NextArticle,
                article.Slug,
                article.Title,
                article.Description,
                article.Body,
                article.Tags,
                article.CreatedAt,
                article.CreatedAt,
                article.AuthorId);
            EnsureFree(state, added);
            return ([new Change.ArticleSaved(added)], added);
        },
        cancellationToken);

    public Task<bool> UpdateArticleAsync(Article article, CancellationToken cancellationToken) => Journal.CommitAsync<bool>(
        state =>
        {
            if (!state.Articles.ContainsKey(article.Id))
            {
                return ([], false);
            }

            EnsureFree(state, article);
            return ([new Change.ArticleSaved(article)], true);
        },
        cancellationToken);

    public Task DeleteArticleAsync(long articleId, CancellationToken cancellationToken) => Journal.CommitAsync<bool>(
        state => state.Articles.ContainsKey(articleId) ? ([new Change.ArticleDeleted(articleId)], true) : ([], true),
        cancellationToken);

    public Task<ArticleView?> FindArticleAsync(string slug, long? readerId, CancellationToken cancellationToken)
    {
        var state = State;
        return Task.FromResult(state.ArticlesBySlug.TryGetValue(slug, out var id) ? View(state, state.Articles[id], readerId) : null);
    }

    public Task<ArticlePage> ListArticlesAsync(ArticleQuery query, long? readerId, CancellationToken cancellationToken) =>
        Task.FromResult(ArticleListing.List(State, query, readerId));

    public Task<bool> SetFavoriteAsync(long userId, long articleId, bool favorite, CancellationToken cancellationToken) =>
        Journal.CommitAsync<bool>(
            state => !state.Articles.ContainsKey(articleId) ? ([], false)
                : state.FavoritesOf(userId).Contains(articleId) == favorite ? ([], true)
                : ([new Change.FavoriteSet(userId, articleId, favorite)], true),
            cancellationToken);

    public Task<Comment?> AddCommentAsync(NewComment comment, CancellationToken cancellationToken) => Journal.CommitAsync<Comment?>(
        state =>
        {
            if (!state.Articles.ContainsKey(comment.ArticleId))
            {
                return ([], null);
            }

            var added = new Comment(state.NextComment, comment.ArticleId, comment.AuthorId, comment.Body, comment.CreatedAt);
            return ([new Change.CommentSaved(added)], added);
        },
        cancellationToken);

    public Task<Comment?> FindCommentAsync(long articleId, long commentId, CancellationToken cancellationToken) =>
        Task.FromResult(State.Comments.TryGetValue(commentId, out var comment) && comment.ArticleId == articleId ? comment : null);

    public Task DeleteCommentAsync(long commentId, CancellationToken cancellationToken) => Journal.CommitAsync<bool>(
        state => state.Comments.ContainsKey(commentId) ? ([new Change.CommentDeleted(commentId)], true) : ([], true),
        cancellationToken);

    public Task<IReadOnlyList<CommentView>> ListCommentsAsync(long articleId, long? readerId, CancellationToken cancellationToken)
    {
        var state = State;
        IReadOnlyList<CommentView> views =
        [
            .. state.CommentsOf(articleId)
                .Select(id => state.Comments[id])
                .Select(comment => new CommentView(comment, Author(state, comment.AuthorId, readerId))),
        ];
        return Task.FromResult(views);
    }

    public Task<IReadOnlyList<string>> ListTagsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. State.ArticlesByTag.Keys]);

    public async ValueTask DisposeAsync()
    {
        if (journal is not null)
        {
            await journal.DisposeAsync();
        }
    }

    internal static User? UserByName(State state, string username) =>
        state.UsersByName.TryGetValue(username, out var id) ? state.Users[id] : null;

    internal static ArticleView View(State state, Article article, long? readerId) => new(
        article,
        Author(state, article.AuthorId, readerId),
        readerId is { } reader && state.FavoritesOf(reader).Contains(article.Id),
        state.FavoritedBy.GetValueOrDefault(article.Id, []).Count);

    private static AuthorView Author(State state, long authorId, long? readerId)
    {
        var author = state.Users[authorId];
        return new AuthorView(author.Username, author.Bio, author.Image, readerId is { } reader && IsFollowing(state, reader, authorId));
    }

    private static bool IsFollowing(State state, long followerId, long followedId) =>
        state.Following.TryGetValue(followerId, out var followed) && followed.Contains(followedId);

    private static void EnsureFree(State state, User user)
    {
        if (state.UsersByName.TryGetValue(user.Username, out var owner) && owner != user.Id)
        {
            throw new TakenException("username");
        }

        if (state.UsersByEmail.TryGetValue(user.Email, out owner) && owner != user.Id)
        {
            throw new TakenException("email");
        }
    }

    private static void EnsureFree(State state, Article article)
    {
        if (state.ArticlesBySlug.TryGetValue(article.Slug, out var owner) && owner != article.Id)
        {
            throw new TakenException("slug");
        }
    }
}
