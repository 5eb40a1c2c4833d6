using System.Collections.Concurrent;

namespace Covet.Conduit.Tests.Faults;

public sealed class DatabaseFaultTests
{
    private const int Writers = 16;
    private const int EnoughAnswers = 100;

    private readonly ConcurrentDictionary<string, string> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> refused = [];

    [Fact]
    public async Task PostgreSQL_stopped_and_started_under_load_is_503_then_recovery_without_a_restart_and_nothing_half_written()
    {
        using var server = new PostgresServer();
        await using var conduit = await ConduitProcess.StartAsync(
            await Binaries.NativeAsync(),
            "--Store", "postgres",
            "--Postgres:Connection", server.CreateDatabase("Maximum Pool Size=8;Timeout=2"),
            "--Tokens:Secret", Convert.ToBase64String(new byte[32]));
        var (_, token) = await conduit.Api.RegisterAsync();
        using var end = new CancellationTokenSource();
        var writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(conduit.Api, token, end.Token)));

        await UntilAsync(writers, () => kept.Count >= EnoughAnswers);
        server.Stop();
        var before = kept.Count;
        await UntilAsync(writers, () => refused.Count >= EnoughAnswers);
        Assert.Equal(503, (await conduit.Api.GetAsync("/health/ready")).Status);
        Assert.Equal(200, (await conduit.Api.GetAsync("/health/live")).Status);
        server.Start();
        await UntilAsync(writers, () => kept.Count >= before + EnoughAnswers);
        await end.CancelAsync();
        await writers;

        Assert.Equal(200, (await conduit.Api.GetAsync("/health/ready")).Status);
        foreach (var (mark, slug) in kept)
        {
            var article = await conduit.Api.GetAsync("/api/articles/" + slug);
            Assert.Equal([mark + "-a", mark + "-b"], article.Texts("article", "tagList"));
        }

        // What was answered 503 may have been kept where the server went down between keeping it and saying so; but whole or not at all.
        foreach (var mark in refused)
        {
            var articles = (await conduit.Api.GetAsync($"/api/articles?tag={mark}-a"))["articles"]!.AsArray();
            Assert.InRange(articles.Count, 0, 1);
            Assert.All(articles, article => Assert.Equal([mark + "-a", mark + "-b"], article!["tagList"]!.AsArray().Select(tag => tag!.GetValue<string>())));
        }
    }

    private static async Task UntilAsync(Task writers, Func<bool> condition)
    {
        await Eventually.TrueAsync(() => Task.FromResult(writers.IsFaulted || condition()));
        Assert.False(writers.IsFaulted, writers.Exception?.ToString());
    }

    private async Task WriteAsync(Api api, string token, CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            var mark = Guid.NewGuid().ToString("N");
            var answer = await api.PostAsync(
                "/api/articles",
                $$$"""{"article":{"title":"{{{mark}}}","description":"About","body":"Text","tagList":["{{{mark}}}-a","{{{mark}}}-b"]}}""",
                token);
            if (answer.Status == 503)
            {
                Assert.Equal(["The store cannot be reached; try again."], answer.Errors);
                Assert.Equal("1", answer.RetryAfter);
                refused.Add(mark);
            }
            else
            {
                Assert.Equal((201, mark), (answer.Status, answer.Text("article", "slug")));
                kept[mark] = mark;
            }
        }
    }
}
