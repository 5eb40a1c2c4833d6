using Conduit.Domain;
using Conduit.Stores;

namespace Covet.Conduit.Tests.Stores;

/// <summary>What both stores must do. Each test has an empty store.</summary>
public abstract class StoreTests : IAsyncLifetime
{
    private static readonly DateTime Noon = new(2024, 5, 1, 12, 0, 0, 250, DateTimeKind.Utc);

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected IConduitStore Store { get; set; } = null!;

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    [Fact]
    public async Task A_user_is_found_by_number_name_and_address_as_it_was_added()
    {
        var ada = await AddUserAsync("ada");

        Assert.Equal(new User(ada.Id, "ada", "ada@example.org", "hash", "", ""), ada);
        Assert.Equal(ada, await Store.FindUserAsync(ada.Id, Token));
        Assert.Equal(ada, await Store.FindUserByNameAsync("ada", Token));
        Assert.Equal(ada, await Store.FindUserByEmailAsync("ada@example.org", Token));
        Assert.Null(await Store.FindUserByNameAsync("bob", Token));
        Assert.Null(await Store.FindUserByEmailAsync("bob@example.org", Token));
        Assert.Null(await Store.FindUserAsync(ada.Id + 1, Token));
    }

    [Fact]
    public async Task A_name_or_an_address_belongs_to_one_user()
    {
        var ada = await AddUserAsync("ada");
        var bob = await AddUserAsync("bob");

        Assert.Equal("username", (await Assert.ThrowsAsync<TakenException>(() => Store.AddUserAsync(new NewUser("ada", "new@example.org", "h"), Token))).Field);
        Assert.Equal("email", (await Assert.ThrowsAsync<TakenException>(() => Store.AddUserAsync(new NewUser("new", "ada@example.org", "h"), Token))).Field);
        Assert.Equal("username", (await Assert.ThrowsAsync<TakenException>(() => Store.UpdateUserAsync(bob with { Username = "ada" }, Token))).Field);
        Assert.Equal("email", (await Assert.ThrowsAsync<TakenException>(() => Store.UpdateUserAsync(bob with { Email = "ada@example.org" }, Token))).Field);
        await Store.UpdateUserAsync(ada, Token);
        Assert.Equal(bob, await Store.FindUserByNameAsync("bob", Token));
    }

    [Fact]
    public async Task Only_one_of_many_who_want_a_name_at_once_gets_it()
    {
        var attempts = Enumerable.Range(0, 20).Select(async i =>
        {
            try
            {
                await Store.AddUserAsync(new NewUser("ada", $"ada{i}@example.org", "h"), Token);
                return 1;
            }
            catch (TakenException)
            {
                return 0;
            }
        });

        Assert.Equal(1, (await Task.WhenAll(attempts)).Sum());
    }

    [Fact]
    public async Task An_updated_user_is_found_under_the_new_name_and_the_old_one_is_free()
    {
        var ada = await AddUserAsync("ada");
        var renamed = ada with { Username = "lovelace", Email = "l@example.org", Bio = "Counts.", Image = "https://example.org/a.png", PasswordHash = "other" };

        await Store.UpdateUserAsync(renamed, Token);

        Assert.Equal(renamed, await Store.FindUserAsync(ada.Id, Token));
        Assert.Equal(renamed, await Store.FindUserByNameAsync("lovelace", Token));
        Assert.Null(await Store.FindUserByNameAsync("ada", Token));
        Assert.NotEqual(ada.Id, (await AddUserAsync("ada")).Id);
    }

    [Fact]
    public async Task To_follow_is_one_way_and_twice_is_once()
    {
        var (ada, bob) = (await AddUserAsync("ada"), await AddUserAsync("bob"));

        await Store.SetFollowingAsync(ada.Id, bob.Id, true, Token);
        await Store.SetFollowingAsync(ada.Id, bob.Id, true, Token);

        Assert.True(await Store.IsFollowingAsync(ada.Id, bob.Id, Token));
        Assert.False(await Store.IsFollowingAsync(bob.Id, ada.Id, Token));
        await Store.SetFollowingAsync(ada.Id, bob.Id, false, Token);
        await Store.SetFollowingAsync(ada.Id, bob.Id, false, Token);
        Assert.False(await Store.IsFollowingAsync(ada.Id, bob.Id, Token));
    }

    [Fact]
    public async Task An_article_is_found_as_it_was_added_with_its_tags_in_their_order()
    {
        var ada = await AddUserAsync("ada");

        var added = await AddArticleAsync(ada, "one", "zebra", "apple");
        var found = await Store.FindArticleAsync("one", null, Token);

        Assert.NotNull(found);
        Assert.Equal(["zebra", "apple"], found.Article.Tags);
        Assert.Equal(added with { Tags = found.Article.Tags }, found.Article);
        Assert.Equal(Noon, found.Article.CreatedAt);
        Assert.Equal(DateTimeKind.Utc, found.Article.CreatedAt.Kind);
        Assert.Equal(new AuthorView("ada", "", "", false), found.Author);
        Assert.False(found.Favorited);
        Assert.Equal(0, found.FavoritesCount);
        Assert.Null(await Store.FindArticleAsync("two", null, Token));
    }

    [Fact]
    public async Task A_slug_belongs_to_one_article()
    {
        var ada = await AddUserAsync("ada");
        await AddArticleAsync(ada, "one");
        var two = await AddArticleAsync(ada, "two");

        Assert.Equal("slug", (await Assert.ThrowsAsync<TakenException>(() => AddArticleAsync(ada, "one"))).Field);
        Assert.Equal("slug", (await Assert.ThrowsAsync<TakenException>(() => Store.UpdateArticleAsync(two with { Slug = "one" }, Token))).Field);
    }

    [Fact]
    public async Task An_updated_article_is_found_under_its_new_slug_and_tags_alone()
    {
        var ada = await AddUserAsync("ada");
        var one = await AddArticleAsync(ada, "one", "old", "both");

        Assert.True(await Store.UpdateArticleAsync(one with { Slug = "uno", Body = "New", Tags = ["new", "both"], UpdatedAt = Noon.AddHours(1) }, Token));

        Assert.Null(await Store.FindArticleAsync("one", null, Token));
        var found = await Store.FindArticleAsync("uno", null, Token);
        Assert.Equal("New", found?.Article.Body);
        Assert.Equal(Noon, found?.Article.CreatedAt);
        Assert.Equal(Noon.AddHours(1), found?.Article.UpdatedAt);
        Assert.Equal(["both", "new"], await Store.ListTagsAsync(Token));
        Assert.Equal("of 0", await ListAsync(new ArticleQuery("old", null, null, null, 0, 20)));
        Assert.Equal("uno of 1", await ListAsync(new ArticleQuery("new", null, null, null, 0, 20)));
    }

    [Fact]
    public async Task A_deleted_article_takes_its_comments_favourites_and_tags_with_it()
    {
        var ada = await AddUserAsync("ada");
        var one = await AddArticleAsync(ada, "one", "tag");
        var comment = await Store.AddCommentAsync(new NewComment(one.Id, ada.Id, "Hm.", Noon), Token);
        await Store.SetFavoriteAsync(ada.Id, one.Id, true, Token);

        await Store.DeleteArticleAsync(one.Id, Token);
        await Store.DeleteArticleAsync(one.Id, Token);

        Assert.Null(await Store.FindArticleAsync("one", null, Token));
        Assert.Null(await Store.FindCommentAsync(one.Id, comment!.Id, Token));
        Assert.Empty(await Store.ListTagsAsync(Token));
        Assert.Equal("of 0", await ListAsync(new ArticleQuery(null, null, "ada", null, 0, 20)));
        Assert.False(await Store.UpdateArticleAsync(one, Token));
        Assert.False(await Store.SetFavoriteAsync(ada.Id, one.Id, true, Token));
        Assert.False(await Store.SetFavoriteAsync(ada.Id, one.Id, false, Token));
        Assert.Null(await Store.AddCommentAsync(new NewComment(one.Id, ada.Id, "Late", Noon), Token));
        Assert.NotEqual(one.Id, (await AddArticleAsync(ada, "one")).Id);
    }

    [Fact]
    public async Task A_favourite_counts_once_for_each_user_and_is_marked_for_that_user_alone()
    {
        var (ada, bob) = (await AddUserAsync("ada"), await AddUserAsync("bob"));
        var one = await AddArticleAsync(ada, "one");

        Assert.True(await Store.SetFavoriteAsync(bob.Id, one.Id, true, Token));
        Assert.True(await Store.SetFavoriteAsync(bob.Id, one.Id, true, Token));

        Assert.True((await Store.FindArticleAsync("one", bob.Id, Token))!.Favorited);
        Assert.False((await Store.FindArticleAsync("one", ada.Id, Token))!.Favorited);
        Assert.Equal(1, (await Store.FindArticleAsync("one", null, Token))!.FavoritesCount);
        Assert.True(await Store.SetFavoriteAsync(bob.Id, one.Id, false, Token));
        Assert.Equal(0, (await Store.FindArticleAsync("one", bob.Id, Token))!.FavoritesCount);
    }

    [Fact]
    public async Task Articles_are_listed_newest_first_by_every_filter_and_all_of_them_together()
    {
        var (ada, bob, cleo) = (await AddUserAsync("ada"), await AddUserAsync("bob"), await AddUserAsync("cleo"));
        await AddArticleAsync(ada, "a1", "red");
        var b1 = await AddArticleAsync(bob, "b1", "red", "blue");
        await AddArticleAsync(ada, "a2", "blue");
        await AddArticleAsync(bob, "b2");
        await Store.SetFavoriteAsync(cleo.Id, b1.Id, true, Token);
        await Store.SetFollowingAsync(cleo.Id, bob.Id, true, Token);

        Assert.Equal("b2 a2 b1 a1 of 4", await ListAsync(new ArticleQuery(null, null, null, null, 0, 20)));
        Assert.Equal("b1 a1 of 2", await ListAsync(new ArticleQuery("red", null, null, null, 0, 20)));
        Assert.Equal("a2 a1 of 2", await ListAsync(new ArticleQuery(null, "ada", null, null, 0, 20)));
        Assert.Equal("b1 of 1", await ListAsync(new ArticleQuery(null, null, "cleo", null, 0, 20)));
        Assert.Equal("b2 b1 of 2", await ListAsync(new ArticleQuery(null, null, null, cleo.Id, 0, 20)));
        Assert.Equal("b1 of 1", await ListAsync(new ArticleQuery("red", "bob", "cleo", cleo.Id, 0, 20)));
        Assert.Equal("of 0", await ListAsync(new ArticleQuery("red", "cleo", null, null, 0, 20)));
        Assert.Equal("of 0", await ListAsync(new ArticleQuery(null, "nobody", null, null, 0, 20)));
        Assert.Equal("of 0", await ListAsync(new ArticleQuery(null, null, "nobody", null, 0, 20)));
        Assert.Equal("b1 a1 of 4", await ListAsync(new ArticleQuery(null, null, null, null, 2, 2)));
        Assert.Equal("b1 of 2", await ListAsync(new ArticleQuery(null, null, null, cleo.Id, 1, 5)));
        Assert.Equal("of 4", await ListAsync(new ArticleQuery(null, null, null, null, 9, 2)));
    }

    [Fact]
    public async Task A_listed_article_shows_what_its_reader_follows_and_likes()
    {
        var (ada, bob) = (await AddUserAsync("ada"), await AddUserAsync("bob"));
        var one = await AddArticleAsync(ada, "one");
        await Store.SetFavoriteAsync(bob.Id, one.Id, true, Token);
        await Store.SetFollowingAsync(bob.Id, ada.Id, true, Token);

        var seen = (await Store.ListArticlesAsync(new ArticleQuery(null, null, null, null, 0, 1), bob.Id, Token)).Articles.Single();
        var stranger = (await Store.ListArticlesAsync(new ArticleQuery(null, null, null, null, 0, 1), null, Token)).Articles.Single();

        Assert.Equal((true, 1, true), (seen.Favorited, seen.FavoritesCount, seen.Author.Following));
        Assert.Equal((false, 1, false), (stranger.Favorited, stranger.FavoritesCount, stranger.Author.Following));
    }

    [Fact]
    public async Task Comments_are_listed_oldest_first_with_their_authors_and_deleted_one_by_one()
    {
        var (ada, bob) = (await AddUserAsync("ada"), await AddUserAsync("bob"));
        var one = await AddArticleAsync(ada, "one");
        var two = await AddArticleAsync(ada, "two");
        await Store.SetFollowingAsync(ada.Id, bob.Id, true, Token);
        var first = await Store.AddCommentAsync(new NewComment(one.Id, bob.Id, "First", Noon), Token);
        var second = await Store.AddCommentAsync(new NewComment(one.Id, ada.Id, "Second", Noon.AddSeconds(1)), Token);

        var comments = await Store.ListCommentsAsync(one.Id, ada.Id, Token);

        Assert.Equal([first!, second!], comments.Select(view => view.Comment));
        Assert.Equal([new AuthorView("bob", "", "", true), new AuthorView("ada", "", "", false)], comments.Select(view => view.Author));
        Assert.Empty(await Store.ListCommentsAsync(two.Id, null, Token));
        Assert.Equal(first, await Store.FindCommentAsync(one.Id, first!.Id, Token));
        Assert.Null(await Store.FindCommentAsync(two.Id, first.Id, Token));
        await Store.DeleteCommentAsync(first.Id, Token);
        await Store.DeleteCommentAsync(first.Id, Token);
        Assert.Equal([second!], (await Store.ListCommentsAsync(one.Id, null, Token)).Select(view => view.Comment));
    }

    [Fact]
    public async Task Tags_are_listed_once_each_in_ordinal_order()
    {
        var ada = await AddUserAsync("ada");
        await AddArticleAsync(ada, "one", "b", "a");
        await AddArticleAsync(ada, "two", "a", "B", "é");

        Assert.Equal(["B", "a", "b", "é"], await Store.ListTagsAsync(Token));
    }

    [Fact]
    public async Task Text_of_every_kind_comes_back_as_it_went_in()
    {
        const string hostile = "'; drop table users; -- \" \\ \n\r\t {0} \u0001 é 漢字 🦊 \u2028";
        var ada = await Store.AddUserAsync(new NewUser(hostile, hostile + "@", hostile), Token);
        var article = await Store.AddArticleAsync(new NewArticle(hostile, hostile, hostile, hostile, [hostile], Noon, ada.Id), Token);
        await Store.AddCommentAsync(new NewComment(article.Id, ada.Id, hostile, Noon), Token);

        var found = (await Store.FindArticleAsync(hostile, null, Token))!.Article;
        Assert.Equal(hostile, (await Store.FindUserByNameAsync(hostile, Token))!.PasswordHash);
        Assert.Equal([hostile, hostile, hostile], [found.Title, found.Description, found.Body]);
        Assert.Equal([hostile], await Store.ListTagsAsync(Token));
        Assert.Equal(hostile, (await Store.ListCommentsAsync(article.Id, null, Token)).Single().Comment.Body);
    }

    [Fact]
    public async Task A_started_store_answers_a_ping() => await Store.PingAsync(Token);

    private protected Task<User> AddUserAsync(string name) => Store.AddUserAsync(new NewUser(name, name + "@example.org", "hash"), Token);

    private protected Task<Article> AddArticleAsync(User author, string slug, params string[] tags) =>
        Store.AddArticleAsync(new NewArticle(slug, "Title of " + slug, "About", "Body", tags, Noon, author.Id), Token);

    /// <summary>The slugs of a page, and the total: "b2 a2 of 4".</summary>
    private async Task<string> ListAsync(ArticleQuery query)
    {
        var page = await Store.ListArticlesAsync(query, null, Token);
        return string.Join(' ', [.. page.Articles.Select(view => view.Article.Slug), "of", page.Total]);
    }
}
