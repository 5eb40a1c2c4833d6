namespace Covet.Conduit.Tests.Soak;

/// <summary>What users of a blog do, in a mix of reads and writes after which there are as many articles and comments as before.</summary>
internal sealed class Traffic(Api api)
{
    private const int Users = 20;
    private const int Articles = 60;
    private const string Article = """{"article":{"title":"Passing NUMBER","description":"About","body":"Text","tagList":["passing"]}}""";

    private readonly List<(string Name, string Token)> users = [];
    private readonly List<string> slugs = [];
    private long numbers;
    private long requests;

    public long Requests => Interlocked.Read(ref requests);

    public async Task PrepareAsync()
    {
        for (var i = 0; i < Users; i++)
        {
            users.Add(await api.RegisterAsync());
        }

        for (var i = 0; i < Articles; i++)
        {
            slugs.Add(await api.PublishAsync(users[i % Users].Token, "common", "tag" + i));
        }
    }

    /// <summary>One thing that one user does.</summary>
    public Task ActAsync(Random random)
    {
        var (name, token) = users[random.Next(Users)];
        var slug = slugs[random.Next(Articles)];
        return random.Next(100) switch
        {
            < 35 => ExpectAsync(api.GetAsync("/api/articles?limit=20", token), 200),
            < 50 => ExpectAsync(api.GetAsync("/api/articles/" + slug, token), 200),
            < 60 => ExpectAsync(api.GetAsync("/api/tags"), 200),
            < 70 => ExpectAsync(api.GetAsync("/api/profiles/" + name), 200),
            < 75 => ExpectAsync(api.GetAsync("/api/articles/feed", token), 200),
            < 80 => ExpectAsync(api.GetAsync("/api/articles/none", token), 404),
            < 84 => ExpectAsync(api.PostAsync("/api/articles", "{", token), 400),
            < 88 => ToggleAsync($"/api/articles/{slug}/favorite", token),
            < 92 => ToggleAsync($"/api/profiles/{name}/follow", token),
            < 96 => CommentAsync(slug, token),
            < 99 => PublishAsync(token),
            _ => ExpectAsync(api.PostAsync("/api/users/login", $$$"""{"user":{"email":"{{{name}}}@example.org","password":"correct horse"}}"""), 200),
        };
    }

    private async Task ToggleAsync(string path, string token)
    {
        await ExpectAsync(api.PostAsync(path, null, token), 200);
        await ExpectAsync(api.DeleteAsync(path, token), 200);
    }

    private async Task CommentAsync(string slug, string token)
    {
        var comment = await ExpectAsync(api.PostAsync($"/api/articles/{slug}/comments", """{"comment":{"body":"In passing"}}""", token), 200);
        await ExpectAsync(api.DeleteAsync($"/api/articles/{slug}/comments/{comment["comment", "id"]}", token), 204);
    }

    private async Task PublishAsync(string token)
    {
        var body = Article.Replace("NUMBER", Interlocked.Increment(ref numbers).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        var article = await ExpectAsync(api.PostAsync("/api/articles", body, token), 201);
        await ExpectAsync(api.DeleteAsync("/api/articles/" + article.Text("article", "slug"), token), 204);
    }

    private async Task<Answer> ExpectAsync(Task<Answer> request, int status)
    {
        var answer = await request;
        Interlocked.Increment(ref requests);
        Assert.True(answer.Status == status, $"{answer.Status} where {status} was due: {answer.Content}");
        return answer;
    }
}
