using System.Globalization;

namespace Covet.Conduit.Tests.Suites;

public abstract class CommentSuite(ConduitHost host)
{
    [Fact]
    public async Task Comments_are_listed_oldest_first_with_their_authors()
    {
        var api = await host.ApiAsync();
        var (ada, adaToken) = await api.RegisterAsync();
        var (bob, bobToken) = await api.RegisterAsync();
        var slug = await api.PublishAsync(adaToken);

        var first = await api.PostAsync($"/api/articles/{slug}/comments", """{"comment":{"body":"His name was my name too."}}""", bobToken);
        await api.PostAsync($"/api/articles/{slug}/comments", """{"comment":{"body":"Thanks."}}""", adaToken);
        var all = await api.GetAsync($"/api/articles/{slug}/comments");

        Assert.Equal(200, first.Status);
        Assert.Equal("His name was my name too.", first.Text("comment", "body"));
        Assert.Equal([bob, ada], all["comments"]!.AsArray().Select(comment => comment!["author"]!["username"]!.GetValue<string>()));
        Assert.Equal(first["comment", "id"]!.GetValue<long>(), all["comments"]![0]!["id"]!.GetValue<long>());
    }

    [Fact]
    public async Task Its_author_alone_deletes_a_comment()
    {
        var api = await host.ApiAsync();
        var (_, ada) = await api.RegisterAsync();
        var (_, bob) = await api.RegisterAsync();
        var slug = await api.PublishAsync(ada);
        var comment = await api.PostAsync($"/api/articles/{slug}/comments", """{"comment":{"body":"Hm."}}""", bob);
        var path = string.Create(CultureInfo.InvariantCulture, $"/api/articles/{slug}/comments/{comment["comment", "id"]!.GetValue<long>()}");

        Assert.Equal(403, (await api.DeleteAsync(path, ada)).Status);
        Assert.Equal(204, (await api.DeleteAsync(path, bob)).Status);
        Assert.Equal(404, (await api.DeleteAsync(path, bob)).Status);
        Assert.Empty((await api.GetAsync($"/api/articles/{slug}/comments"))["comments"]!.AsArray());
    }

    [Fact]
    public async Task An_empty_comment_is_422_and_one_on_no_article_404()
    {
        var api = await host.ApiAsync();
        var (_, token) = await api.RegisterAsync();
        var slug = await api.PublishAsync(token);

        Assert.Equal(422, (await api.PostAsync($"/api/articles/{slug}/comments", """{"comment":{"body":""}}""", token)).Status);
        Assert.Equal(404, (await api.PostAsync("/api/articles/none-of-this-name/comments", """{"comment":{"body":"x"}}""", token)).Status);
        Assert.Equal(404, (await api.GetAsync("/api/articles/none-of-this-name/comments")).Status);
    }
}
