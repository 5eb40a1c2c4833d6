namespace Covet.Aot.Tests;

/// <summary>Sessions over a distributed cache of the application's own.</summary>
public abstract class SessionCacheSuite(HttpHost host) : SecurityRequests(host)
{
    [Fact]
    public async Task A_session_is_written_to_and_read_from_the_applications_cache_under_a_name_that_the_cookie_does_not_show()
    {
        var before = await CacheAsync();
        var cookie = CookieOf((await GetAsync("/security/session?name=ada")).Is(200, "ada"), "__Host-state");
        var written = await CacheAsync();
        Assert.Equal(before.Writes + 1, written.Writes);
        var name = Assert.Single(written.Keys.Except(before.Keys));
        Assert.Equal(43, name.Length);
        Assert.DoesNotContain(name, cookie, StringComparison.Ordinal);

        (await GetAsync("/security/session", ("Cookie", cookie))).Is(200, "ada");
        var read = await CacheAsync();
        Assert.True(read.Reads > written.Reads);
        Assert.Equal(written.Writes, read.Writes);

        // Who has no session costs the cache nothing.
        await GetAsync("/security/keys");
        Assert.Equal((read.Reads, read.Writes), ((await CacheAsync()).Reads, (await CacheAsync()).Writes));
    }

    [Theory]
    [InlineData("writes", "ada")]
    [InlineData("reads", "nobody")]
    [InlineData("all", "nobody")]
    public async Task A_cache_that_fails_costs_the_session_and_not_the_answer(string failing, string meanwhile)
    {
        try
        {
            var cookie = CookieOf(await GetAsync("/security/session?name=ada"), "__Host-state");
            await SendAsync(HttpMethod.Post, "/diagnostics/cache?failing=" + failing, null);
            var set = (await GetAsync("/security/session?name=ada")).Is(200, meanwhile);
            Assert.DoesNotContain("cache", set.Body, StringComparison.Ordinal);
            Assert.Equal(200, (await GetAsync("/security/session", ("Cookie", cookie))).Status);
            await SendAsync(HttpMethod.Post, "/diagnostics/cache?failing=", null);
            if (set.Headers.Contains("Set-Cookie"))
            {
                (await GetAsync("/security/session", ("Cookie", CookieOf(set, "__Host-state")))).Is(200, "nobody");
            }

            (await GetAsync("/security/session", ("Cookie", cookie))).Is(200, "ada");
        }
        finally
        {
            await SendAsync(HttpMethod.Post, "/diagnostics/cache?failing=", null);
        }

        // The cache's failure is in the log, as an error, and nothing else is.
        var errors = await TakeErrorsAsync();
        Assert.NotEmpty(errors);
        Assert.All(errors, error => Assert.Contains("the cache's own failure", error, StringComparison.Ordinal));
    }

    private async Task<(int Reads, int Writes, List<string> Keys)> CacheAsync()
    {
        var json = (await GetAsync("/diagnostics/cache")).Json;
        return (json.GetProperty("reads").GetInt32(), json.GetProperty("writes").GetInt32(), [.. json.GetProperty("keys").EnumerateArray().Select(k => k.GetString()!)]);
    }
}
