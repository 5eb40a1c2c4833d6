using System.Text;
using Conduit.Domain;

namespace Conduit.Stores.Embedded;

/// <summary>Changes as bytes: a kind, then its fields in order. Kinds and orders never change; new fields get a new kind.</summary>
internal static class ChangeCodec
{
    private const byte UserKind = 1;
    private const byte ArticleKind = 2;
    private const byte ArticleDeletedKind = 3;
    private const byte CommentKind = 4;
    private const byte CommentDeletedKind = 5;
    private const byte FollowingKind = 6;
    private const byte FavoriteKind = 7;
    private const byte NumbersKind = 8;

    /// <summary>Writes one change.</summary>
    public static void Write(BinaryWriter writer, Change change)
    {
        switch (change)
        {
            case Change.UserSaved(var user):
                writer.Write(UserKind);
                writer.Write(user.Id);
                writer.Write(user.Username);
                writer.Write(user.Email);
                writer.Write(user.PasswordHash);
                writer.Write(user.Bio);
                writer.Write(user.Image);
                break;
            case Change.ArticleSaved(var article):
                writer.Write(ArticleKind);
                WriteArticle(writer, article);
                break;
            case Change.ArticleDeleted(var id):
                writer.Write(ArticleDeletedKind);
                writer.Write(id);
                break;
            case Change.CommentSaved(var comment):
                writer.Write(CommentKind);
                writer.Write(comment.Id);
                writer.Write(comment.ArticleId);
                writer.Write(comment.AuthorId);
                writer.Write(comment.Body);
                writer.Write(comment.CreatedAt.Ticks);
                break;
            case Change.CommentDeleted(var id):
                writer.Write(CommentDeletedKind);
                writer.Write(id);
                break;
            case Change.FollowingSet(var follower, var followed, var on):
                writer.Write(FollowingKind);
                writer.Write(follower);
                writer.Write(followed);
                writer.Write(on);
                break;
            case Change.FavoriteSet(var user, var article, var on):
                writer.Write(FavoriteKind);
                writer.Write(user);
                writer.Write(article);
                writer.Write(on);
                break;
            case Change.NumbersSet(var user, var article, var comment):
                writer.Write(NumbersKind);
                writer.Write(user);
                writer.Write(article);
                writer.Write(comment);
                break;
            default:
                throw new ArgumentException("A change of no known kind.", nameof(change));
        }
    }

    /// <summary>Reads one change.</summary>
    /// <exception cref="InvalidDataException">The kind is not known: a newer version wrote this log.</exception>
    public static Change Read(BinaryReader reader) => reader.ReadByte() switch
    {
        UserKind => new Change.UserSaved(new User(
            reader.ReadInt64(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString())),
        ArticleKind => new Change.ArticleSaved(ReadArticle(reader)),
        ArticleDeletedKind => new Change.ArticleDeleted(reader.ReadInt64()),
        CommentKind => new Change.CommentSaved(new Comment(
            reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64(), reader.ReadString(), ReadTime(reader))),
        CommentDeletedKind => new Change.CommentDeleted(reader.ReadInt64()),
        FollowingKind => new Change.FollowingSet(reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean()),
        FavoriteKind => new Change.FavoriteSet(reader.ReadInt64(), reader.ReadInt64(), reader.ReadBoolean()),
        NumbersKind => new Change.NumbersSet(reader.ReadInt64(), reader.ReadInt64(), reader.ReadInt64()),
        var kind => throw new InvalidDataException($"The log has a change of kind {kind}, which this version does not know."),
    };

    /// <summary>The changes as one payload.</summary>
    public static byte[] Encode(IEnumerable<Change> changes)
    {
        using var buffer = new MemoryStream();
        using var writer = new BinaryWriter(buffer, Encoding.UTF8);
        foreach (var change in changes)
        {
            Write(writer, change);
        }

        writer.Flush();
        return buffer.ToArray();
    }

    /// <summary>The changes of one payload.</summary>
    public static IEnumerable<Change> Decode(byte[] payload)
    {
        using var reader = new BinaryReader(new MemoryStream(payload), Encoding.UTF8);
        while (reader.BaseStream.Position < payload.Length)
        {
            yield return Read(reader);
        }
    }

    private static void WriteArticle(BinaryWriter writer, Article article)
    {
        writer.Write(article.Id);
        writer.Write(article.Slug);
        writer.Write(article.Title);
        writer.Write(article.Description);
        writer.Write(article.Body);
        writer.Write(article.Tags.Count);
        foreach (var tag in article.Tags)
        {
            writer.Write(tag);
        }

        writer.Write(article.CreatedAt.Ticks);
        writer.Write(article.UpdatedAt.Ticks);
        writer.Write(article.AuthorId);
    }

    private static Article ReadArticle(BinaryReader reader)
    {
        var id = reader.ReadInt64();
        var slug = reader.ReadString();
        var title = reader.ReadString();
        var description = reader.ReadString();
        var body = reader.ReadString();
        var tags = new string[reader.ReadInt32()];
        for (var i = 0; i < tags.Length; i++)
        {
            tags[i] = reader.ReadString();
        }

        return new Article(id, slug, title, description, body, tags, ReadTime(reader), ReadTime(reader), reader.ReadInt64());
    }

    private static DateTime ReadTime(BinaryReader reader) => new(reader.ReadInt64(), DateTimeKind.Utc);
}
