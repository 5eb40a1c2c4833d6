using Conduit.Domain;

namespace Conduit.Stores;

/// <summary>
/// Where Conduit keeps its data. A task that completes has kept its change: it is there after a crash. Every member throws
/// <see cref="StoreUnavailableException"/> while the store cannot be reached or cannot write.
/// </summary>
internal interface IConduitStore
{
    /// <summary>Makes the store ready: opens files, brings the schema up to date. Called once, before any other member.</summary>
    Task StartAsync(CancellationToken cancellationToken);

    /// <summary>Completes if the store can serve now.</summary>
    Task PingAsync(CancellationToken cancellationToken);

    /// <summary>Adds a user.</summary>
    /// <exception cref="TakenException">The name or the e-mail address is someone else's.</exception>
    Task<User> AddUserAsync(NewUser user, CancellationToken cancellationToken);

    /// <summary>Replaces a user, who must exist.</summary>
    /// <exception cref="TakenException">The name or the e-mail address is someone else's.</exception>
    Task UpdateUserAsync(User user, CancellationToken cancellationToken);

    /// <summary>Finds a user by number.</summary>
    Task<User?> FindUserAsync(long id, CancellationToken cancellationToken);

    /// <summary>Finds a user by e-mail address.</summary>
    Task<User?> FindUserByEmailAsync(string email, CancellationToken cancellationToken);

    /// <summary>Finds a user by name.</summary>
    Task<User?> FindUserByNameAsync(string username, CancellationToken cancellationToken);

    /// <summary>Whether one user follows another.</summary>
    Task<bool> IsFollowingAsync(long followerId, long followedId, CancellationToken cancellationToken);

    /// <summary>Follows or stops to follow; doing either twice is no error.</summary>
    Task SetFollowingAsync(long followerId, long followedId, bool following, CancellationToken cancellationToken);

    /// <summary>Adds an article.</summary>
    /// <exception cref="TakenException">The slug is another article's.</exception>
    Task<Article> AddArticleAsync(NewArticle article, CancellationToken cancellationToken);

    /// <summary>Replaces an article. False: it is gone.</summary>
    /// <exception cref="TakenException">The slug is another article's.</exception>
    Task<bool> UpdateArticleAsync(Article article, CancellationToken cancellationToken);

    /// <summary>Deletes an article with its comments and favourites; of a deleted one, nothing.</summary>
    Task DeleteArticleAsync(long articleId, CancellationToken cancellationToken);

    /// <summary>Finds an article as a reader sees it; no reader is a stranger.</summary>
    Task<ArticleView?> FindArticleAsync(string slug, long? readerId, CancellationToken cancellationToken);

    /// <summary>Lists articles as a reader sees them.</summary>
    Task<ArticlePage> ListArticlesAsync(ArticleQuery query, long? readerId, CancellationToken cancellationToken);

    /// <summary>Marks or unmarks a favourite; doing either twice is no error. False: the article is gone.</summary>
    Task<bool> SetFavoriteAsync(long userId, long articleId, bool favorite, CancellationToken cancellationToken);

    /// <summary>Adds a comment; null: the article is gone.</summary>
    Task<Comment?> AddCommentAsync(NewComment comment, CancellationToken cancellationToken);

    /// <summary>Finds a comment of an article.</summary>
    Task<Comment?> FindCommentAsync(long articleId, long commentId, CancellationToken cancellationToken);

    /// <summary>Deletes a comment; of a deleted one, nothing.</summary>
    Task DeleteCommentAsync(long commentId, CancellationToken cancellationToken);

    /// <summary>Lists the comments of an article as a reader sees them, oldest first.</summary>
    Task<IReadOnlyList<CommentView>> ListCommentsAsync(long articleId, long? readerId, CancellationToken cancellationToken);

    /// <summary>Lists the tags of all articles, in ordinal order.</summary>
    Task<IReadOnlyList<string>> ListTagsAsync(CancellationToken cancellationToken);
}
