using Conduit.Domain;
using Npgsql;
using static Conduit.Stores.Postgres.Sql;

namespace Conduit.Stores.Postgres;

/// <summary>The store for several instances behind one address.</summary>
internal sealed class PostgresStore(PostgresOptions options) : IConduitStore, IAsyncDisposable
{
    private readonly Database database = new(options);

    public Task StartAsync(CancellationToken cancellationToken) => database.RunAsync<bool>(
        repeatable: true,
        async (_, token) =>
        {
            await Migrations.RunAsync(database.Source, token);
            return true;
        },
        cancellationToken);

    public Task PingAsync(CancellationToken cancellationToken) => ExecuteAsync("select 1", static () => [], cancellationToken);

    public async Task<User> AddUserAsync(NewUser user, CancellationToken cancellationToken) =>
        (await FirstAsync(
            $"insert into users (username, email, password_hash) values ($1, $2, $3) returning {Rows.UserColumns}",
            Rows.User,
            () => [Value(user.Username), Value(user.Email), Value(user.PasswordHash)],
            cancellationToken,
            repeatable: false))!;

    public Task UpdateUserAsync(User user, CancellationToken cancellationToken) => ExecuteAsync(
        "update users set username = $2, email = $3, password_hash = $4, bio = $5, image = $6 where id = $1",
        () => [Value(user.Id), Value(user.Username), Value(user.Email), Value(user.PasswordHash), Value(user.Bio), Value(user.Image)],
        cancellationToken);

    public Task<User?> FindUserAsync(long id, CancellationToken cancellationToken) =>
        FirstAsync($"select {Rows.UserColumns} from users where id = $1", Rows.User, () => [Value(id)], cancellationToken);

    public Task<User?> FindUserByEmailAsync(string email, CancellationToken cancellationToken) =>
        FirstAsync($"select {Rows.UserColumns} from users where email = $1", Rows.User, () => [Value(email)], cancellationToken);

    public Task<User?> FindUserByNameAsync(string username, CancellationToken cancellationToken) =>
        FirstAsync($"select {Rows.UserColumns} from users where username = $1", Rows.User, () => [Value(username)], cancellationToken);

    public Task<bool> IsFollowingAsync(long followerId, long followedId, CancellationToken cancellationToken) => ExistsAsync(
        "select 1 from follows where follower_id = $1 and followed_id = $2",
        () => [Value(followerId), Value(followedId)],
        cancellationToken);

    public Task SetFollowingAsync(long followerId, long followedId, bool following, CancellationToken cancellationToken) => ExecuteAsync(
        following
            ? "insert into follows (follower_id, followed_id) values ($1, $2) on conflict do nothing"
            : "delete from follows where follower_id = $1 and followed_id = $2",
        () => [Value(followerId), Value(followedId)],
        cancellationToken);

    public Task<Article> AddArticleAsync(NewArticle article, CancellationToken cancellationToken) => ArticleStatements.AddAsync(database, article, cancellationToken);

    public Task<bool> UpdateArticleAsync(Article article, CancellationToken cancellationToken) =>
        ArticleStatements.UpdateAsync(database, article, cancellationToken);

    public Task DeleteArticleAsync(long articleId, CancellationToken cancellationToken) =>
        ExecuteAsync("delete from articles where id = $1", () => [Value(articleId)], cancellationToken);

    public Task<ArticleView?> FindArticleAsync(string slug, long? readerId, CancellationToken cancellationToken) => FirstAsync(
        $"select {Rows.ArticleViewColumns} from articles a join users u on u.id = a.author_id where a.slug = $2",
        Rows.ArticleView,
        () => [Optional(readerId), Value(slug)],
        cancellationToken);

    public Task<ArticlePage> ListArticlesAsync(ArticleQuery query, long? readerId, CancellationToken cancellationToken) =>
        ArticleStatements.ListAsync(database, query, readerId, cancellationToken);

    public Task<bool> SetFavoriteAsync(long userId, long articleId, bool favorite, CancellationToken cancellationToken) => ExistsAsync(
        favorite
            ? """
              with found as (select id from articles where id = $2 for key share),
                   added as (insert into favorites (user_id, article_id) select $1, id from found on conflict do nothing)
              select 1 from found
              """
            : """
              with gone as (delete from favorites where user_id = $1 and article_id = $2)
              select 1 from articles where id = $2
              """,
        () => [Value(userId), Value(articleId)],
        cancellationToken);

    public Task<Comment?> AddCommentAsync(NewComment comment, CancellationToken cancellationToken) => FirstAsync(
        """
        insert into comments (article_id, author_id, body, created_at)
        select id, $2, $3, $4 from articles where id = $1 for key share
        returning id, article_id, author_id, body, created_at
        """,
        Rows.Comment,
        () => [Value(comment.ArticleId), Value(comment.AuthorId), Value(comment.Body), Value(comment.CreatedAt)],
        cancellationToken,
        repeatable: false);

    public Task<Comment?> FindCommentAsync(long articleId, long commentId, CancellationToken cancellationToken) => FirstAsync(
        "select id, article_id, author_id, body, created_at from comments where id = $1 and article_id = $2",
        Rows.Comment,
        () => [Value(commentId), Value(articleId)],
        cancellationToken);

    public Task DeleteCommentAsync(long commentId, CancellationToken cancellationToken) =>
        ExecuteAsync("delete from comments where id = $1", () => [Value(commentId)], cancellationToken);

    public Task<IReadOnlyList<CommentView>> ListCommentsAsync(long articleId, long? readerId, CancellationToken cancellationToken) => ListAsync(
        """
        select c.id, c.article_id, c.author_id, c.body, c.created_at, u.username, u.bio, u.image,
               exists(select 1 from follows f where f.follower_id = $1 and f.followed_id = c.author_id)
        from comments c join users u on u.id = c.author_id
        where c.article_id = $2
        order by c.id
        """,
        Rows.CommentView,
        () => [Optional(readerId), Value(articleId)],
        cancellationToken);

    public Task<IReadOnlyList<string>> ListTagsAsync(CancellationToken cancellationToken) => ListAsync(
        """select distinct unnest(tags) collate "C" as tag from articles order by tag""",
        static row => row.GetString(0),
        static () => [],
        cancellationToken);

    public ValueTask DisposeAsync() => database.DisposeAsync();

    // Parameters are made anew for every attempt, for a command that failed may still own the old ones.
    private Task<int> ExecuteAsync(string text, Func<NpgsqlParameter[]> parameters, CancellationToken cancellationToken) => database.RunAsync(
        repeatable: true,
        async (connection, token) =>
        {
            await using var command = Command(connection, text, parameters());
            return await command.ExecuteNonQueryAsync(token);
        },
        cancellationToken);

    private Task<T?> FirstAsync<T>(
        string text,
        Func<NpgsqlDataReader, T> read,
        Func<NpgsqlParameter[]> parameters,
        CancellationToken cancellationToken,
        bool repeatable = true)
        where T : class => database.RunAsync(
        repeatable,
        async (connection, token) =>
        {
            await using var command = Command(connection, text, parameters());
            return await Sql.FirstAsync(command, read, token);
        },
        cancellationToken);

    private Task<bool> ExistsAsync(string text, Func<NpgsqlParameter[]> parameters, CancellationToken cancellationToken) => database.RunAsync(
        repeatable: true,
        async (connection, token) =>
        {
            await using var command = Command(connection, text, parameters());
            return await command.ExecuteScalarAsync(token) is not null;
        },
        cancellationToken);

    private Task<IReadOnlyList<T>> ListAsync<T>(
        string text,
        Func<NpgsqlDataReader, T> read,
        Func<NpgsqlParameter[]> parameters,
        CancellationToken cancellationToken) => database.RunAsync<IReadOnlyList<T>>(
        repeatable: true,
        async (connection, token) =>
        {
            await using var command = Command(connection, text, parameters());
            await using var reader = await command.ExecuteReaderAsync(token);
            return await AllAsync(reader, read, token);
        },
        cancellationToken);
}
