using Conduit.Domain;
using Npgsql;

namespace Conduit.Stores.Postgres;

/// <summary>Rows to domain objects, with the columns that each reader expects.</summary>
internal static class Rows
{
    public const string UserColumns = "id, username, email, password_hash, bio, image";

    /// <summary>Columns of an article as reader $1 sees it, from articles a and users u.</summary>
    public const string ArticleViewColumns = """
        a.id, a.slug, a.title, a.description, a.body, a.tags, a.created_at, a.updated_at, a.author_id,
        u.username, u.bio, u.image,
        exists(select 1 from follows f where f.follower_id = $1 and f.followed_id = a.author_id),
        exists(select 1 from favorites v where v.user_id = $1 and v.article_id = a.id),
        (select count(*) from favorites v where v.article_id = a.id)
        """;

    public static User User(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetString(1), row.GetString(2), row.GetString(3), row.GetString(4), row.GetString(5));

    public static ArticleView ArticleView(NpgsqlDataReader row) => new(
        new Article(
            row.GetInt64(0),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetFieldValue<string[]>(5),
            row.GetDateTime(6),
            row.GetDateTime(7),
            row.GetInt64(8)),
        new AuthorView(row.GetString(9), row.GetString(10), row.GetString(11), row.GetBoolean(12)),
        row.GetBoolean(13),
        (int)row.GetInt64(14));

    public static Comment Comment(NpgsqlDataReader row) =>
        new(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.GetDateTime(4));

    public static CommentView CommentView(NpgsqlDataReader row) =>
        new(Comment(row), new AuthorView(row.GetString(5), row.GetString(6), row.GetString(7), row.GetBoolean(8)));
}
