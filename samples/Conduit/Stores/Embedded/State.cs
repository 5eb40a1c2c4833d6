using System.Collections.Immutable;
using Conduit.Domain;

namespace Conduit.Stores.Embedded;

/// <summary>
/// All data at one moment, never changed: a change gives another state that shares what is the same. Readers need no lock, and a
/// batch that cannot be written is forgotten by forgetting its state.
/// </summary>
internal sealed record State
{
    private static readonly ImmutableSortedSet<long> NoArticles = ImmutableSortedSet.Create<long>(NewestFirst.Instance);

    private static readonly ImmutableSortedSet<long> NoComments = [];

    public static readonly State Empty = new();

    public long NextUser { get; private init; } = 1;

    public long NextArticle { get; private init; } = 1;

    public long NextComment { get; private init; } = 1;

    public ImmutableDictionary<long, User> Users { get; private init; } = ImmutableDictionary<long, User>.Empty;

    public ImmutableDictionary<string, long> UsersByName { get; private init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    public ImmutableDictionary<string, long> UsersByEmail { get; private init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    /// <summary>Whom a user follows.</summary>
    public ImmutableDictionary<long, ImmutableHashSet<long>> Following { get; private init; } = ImmutableDictionary<long, ImmutableHashSet<long>>.Empty;

    public ImmutableDictionary<long, Article> Articles { get; private init; } = ImmutableDictionary<long, Article>.Empty;

    public ImmutableSortedSet<long> ArticlesByAge { get; private init; } = NoArticles;

    public ImmutableDictionary<string, long> ArticlesBySlug { get; private init; } = ImmutableDictionary.Create<string, long>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, ImmutableSortedSet<long>> ArticlesByTag { get; private init; } =
        ImmutableSortedDictionary.Create<string, ImmutableSortedSet<long>>(StringComparer.Ordinal);

    public ImmutableDictionary<long, ImmutableSortedSet<long>> ArticlesByAuthor { get; private init; } =
        ImmutableDictionary<long, ImmutableSortedSet<long>>.Empty;

    /// <summary>The articles that a user likes.</summary>
    public ImmutableDictionary<long, ImmutableSortedSet<long>> Favorites { get; private init; } =
        ImmutableDictionary<long, ImmutableSortedSet<long>>.Empty;

    /// <summary>The users who like an article.</summary>
    public ImmutableDictionary<long, ImmutableHashSet<long>> FavoritedBy { get; private init; } = ImmutableDictionary<long, ImmutableHashSet<long>>.Empty;

    public ImmutableDictionary<long, Comment> Comments { get; private init; } = ImmutableDictionary<long, Comment>.Empty;

    public ImmutableDictionary<long, ImmutableSortedSet<long>> CommentsByArticle { get; private init; } =
        ImmutableDictionary<long, ImmutableSortedSet<long>>.Empty;

    public State Apply(Change change) => change switch
    {
        Change.UserSaved(var user) => WithUser(user),
        Change.ArticleSaved(var article) => WithArticle(article),
        Change.ArticleDeleted(var id) => WithoutArticle(id),
        Change.CommentSaved(var comment) => WithComment(comment),
        Change.CommentDeleted(var id) => WithoutComment(id),
        Change.FollowingSet(var follower, var followed, var on) => this with { Following = Toggle(Following, follower, followed, on, []) },
        Change.FavoriteSet(var user, var article, var on) => this with
        {
            Favorites = Toggle(Favorites, user, article, on, NoArticles),
            FavoritedBy = Toggle(FavoritedBy, article, user, on, []),
        },
        Change.NumbersSet(var user, var article, var comment) => this with { NextUser = user, NextArticle = article, NextComment = comment },
        _ => throw new ArgumentException("A change of no known kind.", nameof(change)),
    };

    /// <summary>Changes that make this state from the empty one.</summary>
    public IEnumerable<Change> ToChanges()
    {
        foreach (var user in Users.Values)
        {
            yield return new Change.UserSaved(user);
        }

        foreach (var (follower, all) in Following)
        {
            foreach (var followed in all)
            {
                yield return new Change.FollowingSet(follower, followed, true);
            }
        }

        foreach (var article in Articles.Values)
        {
            yield return new Change.ArticleSaved(article);
        }

        foreach (var (user, all) in Favorites)
        {
            foreach (var article in all)
            {
                yield return new Change.FavoriteSet(user, article, true);
            }
        }

        foreach (var comment in Comments.Values)
        {
            yield return new Change.CommentSaved(comment);
        }

        yield return new Change.NumbersSet(NextUser, NextArticle, NextComment);
    }

    public ImmutableSortedSet<long> ArticlesOf(long authorId) => ArticlesByAuthor.GetValueOrDefault(authorId, NoArticles);

    public ImmutableSortedSet<long> ArticlesTagged(string tag) => ArticlesByTag.GetValueOrDefault(tag, NoArticles);

    public ImmutableSortedSet<long> FavoritesOf(long userId) => Favorites.GetValueOrDefault(userId, NoArticles);

    public ImmutableSortedSet<long> CommentsOf(long articleId) => CommentsByArticle.GetValueOrDefault(articleId, NoComments);

    private State WithUser(User user)
    {
        var names = UsersByName;
        var emails = UsersByEmail;
        if (Users.TryGetValue(user.Id, out var old))
        {
            names = names.Remove(old.Username);
            emails = emails.Remove(old.Email);
        }

        return this with
        {
            NextUser = Math.Max(NextUser, user.Id + 1),
            Users = Users.SetItem(user.Id, user),
            UsersByName = names.SetItem(user.Username, user.Id),
            UsersByEmail = emails.SetItem(user.Email, user.Id),
        };
    }

    private State WithArticle(Article article)
    {
        var slugs = ArticlesBySlug;
        var tags = ArticlesByTag;
        if (Articles.TryGetValue(article.Id, out var old))
        {
            slugs = slugs.Remove(old.Slug);
            tags = WithoutTags(tags, old);
        }

        foreach (var tag in article.Tags)
        {
            tags = tags.SetItem(tag, tags.GetValueOrDefault(tag, NoArticles).Add(article.Id));
        }

        return this with
        {
            NextArticle = Math.Max(NextArticle, article.Id + 1),
            Articles = Articles.SetItem(article.Id, article),
            ArticlesByAge = ArticlesByAge.Add(article.Id),
            ArticlesBySlug = slugs.SetItem(article.Slug, article.Id),
            ArticlesByTag = tags,
            ArticlesByAuthor = Toggle(ArticlesByAuthor, article.AuthorId, article.Id, true, NoArticles),
        };
    }

    private State WithoutArticle(long id)
    {
        if (!Articles.TryGetValue(id, out var article))
        {
            return this;
        }

        var favorites = Favorites;
        foreach (var user in FavoritedBy.GetValueOrDefault(id, []))
        {
            favorites = Toggle(favorites, user, id, false, NoArticles);
        }

        return this with
        {
            Articles = Articles.Remove(id),
            ArticlesByAge = ArticlesByAge.Remove(id),
            ArticlesBySlug = ArticlesBySlug.Remove(article.Slug),
            ArticlesByTag = WithoutTags(ArticlesByTag, article),
            ArticlesByAuthor = Toggle(ArticlesByAuthor, article.AuthorId, id, false, NoArticles),
            Favorites = favorites,
            FavoritedBy = FavoritedBy.Remove(id),
            Comments = Comments.RemoveRange(CommentsOf(id)),
            CommentsByArticle = CommentsByArticle.Remove(id),
        };
    }

    private State WithComment(Comment comment) => this with
    {
        NextComment = Math.Max(NextComment, comment.Id + 1),
        Comments = Comments.SetItem(comment.Id, comment),
        CommentsByArticle = Toggle(CommentsByArticle, comment.ArticleId, comment.Id, true, NoComments),
    };

    private State WithoutComment(long id) => !Comments.TryGetValue(id, out var comment)
        ? this
        : this with
        {
            Comments = Comments.Remove(id),
            CommentsByArticle = Toggle(CommentsByArticle, comment.ArticleId, id, false, NoComments),
        };

    private static ImmutableSortedDictionary<string, ImmutableSortedSet<long>> WithoutTags(
        ImmutableSortedDictionary<string, ImmutableSortedSet<long>> tags,
        Article article)
    {
        foreach (var tag in article.Tags)
        {
            var rest = tags.GetValueOrDefault(tag, NoArticles).Remove(article.Id);
            tags = rest.IsEmpty ? tags.Remove(tag) : tags.SetItem(tag, rest);
        }

        return tags;
    }

    private static ImmutableDictionary<long, ImmutableSortedSet<long>> Toggle(
        ImmutableDictionary<long, ImmutableSortedSet<long>> map,
        long key,
        long member,
        bool on,
        ImmutableSortedSet<long> none)
    {
        var old = map.GetValueOrDefault(key, none);
        var set = on ? old.Add(member) : old.Remove(member);
        return set.IsEmpty ? map.Remove(key) : map.SetItem(key, set);
    }

    private static ImmutableDictionary<long, ImmutableHashSet<long>> Toggle(
        ImmutableDictionary<long, ImmutableHashSet<long>> map,
        long key,
        long member,
        bool on,
        ImmutableHashSet<long> none)
    {
        var old = map.GetValueOrDefault(key, none);
        var set = on ? old.Add(member) : old.Remove(member);
        return set.IsEmpty ? map.Remove(key) : map.SetItem(key, set);
    }
}
