using System.Text.Json.Nodes;

namespace Covet.Conduit.Tests.Suites;

public abstract class ArticleSuite(ConduitHost host)
{
    [Fact]
    public async Task A_published_article_is_found_under_a_slug_of_its_title_with_its_tags_in_order()
    {
        var api = await host.ApiAsync();
        var (name, token) = await api.RegisterAsync();
        var unique = Guid.NewGuid().ToString("N");

        var created = await api.PostAsync("/api/articles", $$$"""{"article":{"title":"How to: Train  your Dragon? {{{unique}}}","description":"Ever wonder how?","body":"You have to believe","tagList":["reactjs","angularjs","reactjs"," "]}}""", token);
        var found = await api.GetAsync(created.Location!);

        Assert.Equal(201, created.Status);
        Assert.Equal($"how-to-train-your-dragon-{unique}", created.Text("article", "slug"));
        Assert.Equal(200, found.Status);
        Assert.Equal(created.Content, found.Content);
        Assert.Equal(["reactjs", "angularjs"], found.Texts("article", "tagList"));
        Assert.Equal(name, found.Text("article", "author", "username"));
        Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$", found.Text("article", "createdAt"));
        var tags = (await api.GetAsync("/api/tags")).Texts("tags");
        Assert.Contains("reactjs", tags);
        Assert.Contains("angularjs", tags);
    }

    [Fact]
    public async Task Two_articles_of_one_title_get_slugs_of_their_own()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();
        var body = $$$"""{"article":{"title":"Same {{{Guid.NewGuid():N}}}","description":"d","body":"b"}}""";

        var first = await api.PostAsync("/api/articles", body, token);
        var second = await api.PostAsync("/api/articles", body, token);

        Assert.Equal((201, 201), (first.Status, second.Status));
        Assert.NotEqual(first.Text("article", "slug"), second.Text("article", "slug"));
    }

    [Fact]
    public async Task An_article_without_title_description_and_body_is_told_all_three()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();

        var answer = await api.PostAsync("/api/articles", """{"article":{"title":"","description":""}}""", token);

        Assert.Equal(422, answer.Status);
        Assert.Contains(answer.Errors, error => error.StartsWith("article.body: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_author_changes_an_article_and_the_slug_follows_the_title()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();
        var slug = await api.PublishAsync(token, "kept");
        var unique = Guid.NewGuid().ToString("N");

        var body = await api.PutAsync($"/api/articles/{slug}", """{"article":{"body":"New text"}}""", token);
        var title = await api.PutAsync($"/api/articles/{slug}", $$$"""{"article":{"title":"Renamed {{{unique}}}"}}""", token);

        Assert.Equal(("New text", slug), (body.Text("article", "body"), body.Text("article", "slug")));
        Assert.Equal(("New text", $"renamed-{unique}"), (title.Text("article", "body"), title.Text("article", "slug")));
        Assert.Equal(["kept"], title.Texts("article", "tagList"));
        Assert.Equal(404, (await api.GetAsync($"/api/articles/{slug}")).Status);
    }

    [Fact]
    public async Task Nobody_else_changes_or_deletes_an_article()
    {
        var api = await host.ApiAsync();
        var (_, author) = await api.RegisterAsync();
        var (_, other) = await api.RegisterAsync();
        var slug = await api.PublishAsync(author);

        Assert.Equal(403, (await api.PutAsync($"/api/articles/{slug}", """{"article":{"body":"Mine now"}}""", other)).Status);
        Assert.Equal(403, (await api.DeleteAsync($"/api/articles/{slug}", other)).Status);
        Assert.Equal("Text", (await api.GetAsync($"/api/articles/{slug}")).Text("article", "body"));
    }

    [Fact]
    public async Task A_deleted_article_is_gone_and_the_answer_has_no_content()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();
        var slug = await api.PublishAsync(token);

        var deleted = await api.DeleteAsync($"/api/articles/{slug}", token);

        Assert.Equal((204, ""), (deleted.Status, deleted.Content));
        Assert.Equal(404, (await api.GetAsync($"/api/articles/{slug}")).Status);
        Assert.Equal(404, (await api.DeleteAsync($"/api/articles/{slug}", token)).Status);
        Assert.Equal(404, (await api.PutAsync($"/api/articles/{slug}", """{"article":{"body":"x"}}""", token)).Status);
    }

    [Fact]
    public async Task Lists_filter_by_tag_author_and_favourite_newest_first_without_bodies()
    {
        var api = await host.ApiAsync();
        var (author, token) = await api.RegisterAsync();
        var (fan, fanToken) = await api.RegisterAsync();
        var tag = "tag" + Guid.NewGuid().ToString("N");
        var first = await api.PublishAsync(token, tag);
        var second = await api.PublishAsync(token, tag, "other");
        await api.PostAsync($"/api/articles/{first}/favorite", null, fanToken);

        var byTag = await api.GetAsync($"/api/articles?tag={tag}");
        var paged = await api.GetAsync($"/api/articles?author={author}&limit=1&offset=1");
        var liked = await api.GetAsync($"/api/articles?favorited={fan}", fanToken);

        Assert.Equal([second, first], Slugs(byTag));
        Assert.Equal(2, byTag["articlesCount"]!.GetValue<int>());
        Assert.Null(byTag.Body!["articles"]![0]!["body"]);
        Assert.Equal([first], Slugs(paged));
        Assert.Equal(2, paged["articlesCount"]!.GetValue<int>());
        Assert.Equal([first], Slugs(liked));
        Assert.True(liked.Body!["articles"]![0]!["favorited"]!.GetValue<bool>());
        Assert.Empty(Slugs(await api.GetAsync("/api/articles?tag=" + Guid.NewGuid().ToString("N"))));
    }

    [Theory]
    [InlineData("limit=0")]
    [InlineData("limit=101")]
    [InlineData("limit=x")]
    [InlineData("offset=-1")]
    public async Task A_page_out_of_range_is_422(string query)
    {
        var answer = await (await host.ApiAsync()).GetAsync("/api/articles?" + query);

        Assert.Equal(422, answer.Status);
        Assert.Single(answer.Errors);
    }

    [Fact]
    public async Task A_feed_has_the_articles_of_those_one_follows()
    {
        var api = await host.ApiAsync();
        var (ada, adaToken) = await api.RegisterAsync();
        var (_, strangerToken) = await api.RegisterAsync();
        var (_, reader) = await api.RegisterAsync();
        var followed = await api.PublishAsync(adaToken);
        await api.PublishAsync(strangerToken);

        Assert.Empty(Slugs(await api.GetAsync("/api/articles/feed", reader)));
        await api.PostAsync($"/api/profiles/{ada}/follow", null, reader);
        var feed = await api.GetAsync("/api/articles/feed?limit=5", reader);

        Assert.Equal([followed], Slugs(feed));
        Assert.True(feed.Body!["articles"]![0]!["author"]!["following"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_favourite_is_counted_and_taken_back()
    {
        var api = await host.ApiAsync();
        var (_, author) = await api.RegisterAsync();
        var (_, fan) = await api.RegisterAsync();
        var slug = await api.PublishAsync(author);

        var added = await api.PostAsync($"/api/articles/{slug}/favorite", null, fan);
        var removed = await api.DeleteAsync($"/api/articles/{slug}/favorite", fan);

        Assert.Equal((true, 1), (added["article", "favorited"]!.GetValue<bool>(), added["article", "favoritesCount"]!.GetValue<int>()));
        Assert.Equal((false, 0), (removed["article", "favorited"]!.GetValue<bool>(), removed["article", "favoritesCount"]!.GetValue<int>()));
        Assert.Equal(404, (await api.PostAsync("/api/articles/none-of-this-name/favorite", null, fan)).Status);
    }

    private static string[] Slugs(Answer answer) =>
        [.. answer.Body!["articles"]!.AsArray().Select(static (JsonNode? article) => article!["slug"]!.GetValue<string>())];
}
