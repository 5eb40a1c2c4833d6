namespace Covet.Aot.Tests;

public abstract class MiddlewareSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task Authorization_reads_the_endpoints_attributes()
    {
        Assert.Equal(401, (await GetAsync("/middleware/private")).Status);
        (await GetAsync("/middleware/private", ("X-User", "ann"))).Is(200, "ann");
        Assert.Equal(403, (await GetAsync("/middleware/admin", ("X-User", "ann"))).Status);
        (await GetAsync("/middleware/admin", ("X-User", "ann;admin"))).Is(200, "admin");
        (await GetAsync("/middleware/open")).Is(200, "open");
    }

    [Fact]
    public async Task Cors_reads_the_endpoints_attributes()
    {
        var friend = await GetAsync("/middleware/cors", ("Origin", "https://friend.example"));
        Assert.Equal("https://friend.example", friend.Headers.GetValues("Access-Control-Allow-Origin").Single());
        var stranger = await GetAsync("/middleware/cors", ("Origin", "https://stranger.example"));
        Assert.False(stranger.Headers.Contains("Access-Control-Allow-Origin"));
        var other = await GetAsync("/middleware/open", ("Origin", "https://friend.example"));
        Assert.False(other.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Cors_answers_the_preflight_of_an_endpoint()
    {
        var reply = await SendAsync(
            HttpMethod.Options,
            "/middleware/cors",
            null,
            ("Origin", "https://friend.example"),
            ("Access-Control-Request-Method", "PUT"),
            ("Access-Control-Request-Headers", "X-Custom"));
        Assert.Equal(204, reply.Status);
        Assert.Equal("https://friend.example", reply.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Contains("PUT", reply.Headers.GetValues("Access-Control-Allow-Methods").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rate_limiting_reads_the_endpoints_attributes()
    {
        var path = $"/middleware/limited?key={Guid.NewGuid()}";
        (await GetAsync(path)).Is(200, "limited");
        (await GetAsync(path)).Is(200, "limited");
        Assert.Equal(429, (await GetAsync(path)).Status);
    }

    [Fact]
    public async Task Output_caching_reads_the_endpoints_attributes()
    {
        var path = $"/middleware/cached?key={Guid.NewGuid()}";
        var first = await GetAsync(path);
        Assert.Equal(200, first.Status);
        (await GetAsync(path)).Is(200, first.Body);
        Assert.NotEqual(first.Body, (await GetAsync($"/middleware/cached?key={Guid.NewGuid()}")).Body);
    }

    [Fact]
    public async Task Request_timeouts_read_the_endpoints_attributes() => Assert.Equal(504, (await GetAsync("/middleware/slow")).Status);
}
