namespace Covet.Aot.Tests;

/// <summary>Refresh tokens that grew old, by the clock of the application: none gives another token, and a used one is known for a thief's as long as its login lasts.</summary>
public abstract class RefreshAgeSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task A_token_that_waited_too_long_is_refused_as_one_that_never_was()
    {
        var (waited, kept) = (await LoginAsync(), await LoginAsync());
        await LaterAsync(13.99);
        kept = await RefreshAsync(kept);
        await LaterAsync(0.02);
        var unknown = Answer(await UseAsync("never-issued"));
        Assert.Equal(unknown, Answer(await UseAsync(waited)));
        Assert.Equal(unknown, Answer(await UseAsync(waited)));
        await RefreshAsync(await RefreshAsync(kept));
    }

    [Fact]
    public async Task A_login_ends_after_90_days_however_often_it_was_refreshed()
    {
        var token = await LoginAsync();
        for (var day = 0; day < 78; day += 13)
        {
            await LaterAsync(13);
            token = await RefreshAsync(token);
        }

        // The last token lives as long as its login, not 14 days more.
        await LaterAsync(11.99);
        token = await RefreshAsync(token);
        await LaterAsync(0.02);
        Assert.Equal(Answer(await UseAsync("never-issued")), Answer(await UseAsync(token)));
        await RefreshAsync(await LoginAsync());
    }

    [Fact]
    public async Task A_second_use_ends_the_login_also_after_the_tokens_own_time()
    {
        var (first, others) = (await LoginAsync(), await LoginAsync());
        var second = await RefreshAsync(first);
        others = await RefreshAsync(others);
        await LaterAsync(13);
        var third = await RefreshAsync(second);
        others = await RefreshAsync(others);

        // Two days later the first would have expired; the third has twelve days to go.
        await LaterAsync(2);
        var unknown = Answer(await UseAsync("never-issued"));
        Assert.Equal(unknown, Answer(await UseAsync(first)));
        Assert.Equal(unknown, Answer(await UseAsync(third)));
        await RefreshAsync(others);
    }

    [Fact]
    public async Task Of_a_login_that_ended_by_age_no_token_does_anything()
    {
        var first = await LoginAsync();
        var second = await RefreshAsync(first);
        await LaterAsync(91);
        var unknown = Answer(await UseAsync("never-issued"));
        foreach (var token in new[] { second, first, second, first })
        {
            Assert.Equal(unknown, Answer(await UseAsync(token)));
        }
    }

    private async Task<string> LoginAsync() => TokenOf(await SendAsync(HttpMethod.Post, "/security/token", null));

    private async Task<string> RefreshAsync(string token) => TokenOf(await UseAsync(token));

    private Task<Reply> UseAsync(string token) => SendAsync(HttpMethod.Post, "/security/refresh?token=" + token, null);

    private async Task LaterAsync(double days) => Assert.Equal(200, (await SendAsync(HttpMethod.Post, FormattableString.Invariant($"/diagnostics/revocations/later?days={days}"), null)).Status);

    private static string TokenOf(Reply reply)
    {
        Assert.Equal(200, reply.Status);
        return reply.Json.GetProperty("refreshToken").GetString()!;
    }
}
