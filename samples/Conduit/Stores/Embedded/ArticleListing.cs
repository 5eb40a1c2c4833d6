using Conduit.Domain;

namespace Conduit.Stores.Embedded;

/// <summary>Lists articles from the indices: walks the narrowest one, and asks the others for each article.</summary>
internal static class ArticleListing
{
    public static ArticlePage List(State state, ArticleQuery query, long? readerId)
    {
        var filters = new List<IReadOnlyCollection<long>>();
        if (query.Tag is not null)
        {
            filters.Add(state.ArticlesTagged(query.Tag));
        }

        if (query.Author is not null)
        {
            filters.Add(EmbeddedStore.UserByName(state, query.Author) is { } author ? state.ArticlesOf(author.Id) : []);
        }

        if (query.FavoritedBy is not null)
        {
            filters.Add(EmbeddedStore.UserByName(state, query.FavoritedBy) is { } fan ? state.FavoritesOf(fan.Id) : []);
        }

        if (query.FollowedBy is { } follower)
        {
            filters.Add(Feed(state, follower));
        }

        if (filters.Count == 0)
        {
            filters.Add(state.ArticlesByAge);
        }

        filters.Sort(static (left, right) => left.Count.CompareTo(right.Count));
        var found = filters[0].Where(id => filters.Skip(1).All(filter => filter.Contains(id)));
        if (filters.Count == 1)
        {
            return Page(state, filters[0].Skip(query.Offset).Take(query.Limit), filters[0].Count, readerId);
        }

        List<long> all = [.. found];
        return Page(state, all.Skip(query.Offset).Take(query.Limit), all.Count, readerId);
    }

    private static ArticlePage Page(State state, IEnumerable<long> ids, int total, long? readerId) =>
        new([.. ids.Select(id => EmbeddedStore.View(state, state.Articles[id], readerId))], total);

    private static SortedSet<long> Feed(State state, long follower)
    {
        var feed = new SortedSet<long>(NewestFirst.Instance);
        foreach (var author in state.Following.GetValueOrDefault(follower, []))
        {
            feed.UnionWith(state.ArticlesOf(author));
        }

        return feed;
    }
}
