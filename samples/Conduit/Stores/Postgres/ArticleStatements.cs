using Conduit.Domain;
using Npgsql;
using static Conduit.Stores.Postgres.Sql;

namespace Conduit.Stores.Postgres;

/// <summary>The statements about articles that are longer than a line.</summary>
internal static class ArticleStatements
{
    private const string Filters = """
        from articles a join users u on u.id = a.author_id
        where ($2::text is null or a.tags @> array[$2::text])
          and ($3::text is null or u.username = $3)
          and ($4::text is null or exists(
                select 1 from favorites v join users w on w.id = v.user_id where v.article_id = a.id and w.username = $4))
          and ($5::bigint is null or exists(select 1 from follows f where f.follower_id = $5 and f.followed_id = a.author_id))
        """;

    public static Task<Article> AddAsync(Database database, NewArticle article, CancellationToken cancellationToken) => database.RunAsync(
        repeatable: false,
        async (connection, token) =>
        {
            await using var command = Command(
                connection,
                """
                insert into articles (slug, title, description, body, tags, created_at, updated_at, author_id)
                values ($1, $2, $3, $4, $5, $6, $6, $7)
                returning id
                """,
                Value(article.Slug),
                Value(article.Title),
                Value(article.Description),
                Value(article.Body),
                Value(article.Tags),
                Value(article.CreatedAt),
                Value(article.AuthorId));
            var id = (long)(await command.ExecuteScalarAsync(token))!;
            return new Article(
                id,
                article.Slug,
                article.Title,
                article.Description,
                article.Body,
                article.Tags,
                article.CreatedAt,
                article.CreatedAt,
                article.AuthorId);
        },
        cancellationToken);

    public static Task<bool> UpdateAsync(Database database, Article article, CancellationToken cancellationToken) => database.RunAsync(
        repeatable: true,
        async (connection, token) =>
        {
            await using var command = Command(
                connection,
                "update articles set slug = $2, title = $3, description = $4, body = $5, tags = $6, updated_at = $7 where id = $1",
                Value(article.Id),
                Value(article.Slug),
                Value(article.Title),
                Value(article.Description),
                Value(article.Body),
                Value(article.Tags),
                Value(article.UpdatedAt));
            return await command.ExecuteNonQueryAsync(token) == 1;
        },
        cancellationToken);

    /// <summary>The page and the total in one round trip, both of the same moment.</summary>
    public static Task<ArticlePage> ListAsync(Database database, ArticleQuery query, long? readerId, CancellationToken cancellationToken) =>
        database.RunAsync(
            repeatable: true,
            async (connection, token) =>
            {
                await using var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, token);
                await using var batch = new NpgsqlBatch(connection, transaction);
                batch.BatchCommands.Add(BatchCommand(
                    $"select {Rows.ArticleViewColumns} {Filters} order by a.id desc limit $6 offset $7",
                    [.. FilterValues(query, readerId), Value((long)query.Limit), Value((long)query.Offset)]));
                batch.BatchCommands.Add(BatchCommand($"select count(*) {Filters} and ($1::bigint is null or true)", FilterValues(query, readerId)));
                List<ArticleView> articles;
                long total;
                await using (var reader = await batch.ExecuteReaderAsync(token))
                {
                    articles = await AllAsync(reader, Rows.ArticleView, token);
                    await reader.NextResultAsync(token);
                    await reader.ReadAsync(token);
                    total = reader.GetInt64(0);
                }

                await transaction.CommitAsync(token);
                return new ArticlePage(articles, (int)total);
            },
            cancellationToken);

    private static NpgsqlParameter[] FilterValues(ArticleQuery query, long? readerId) =>
        [Optional(readerId), Optional(query.Tag), Optional(query.Author), Optional(query.FavoritedBy), Optional(query.FollowedBy)];
}
