namespace Covet.Aot.Tests;

public abstract class LifetimeSuite(HttpHost host) : HttpSuite(host)
{
    [Fact]
    public async Task A_singleton_handler_serves_all_requests()
    {
        var first = (await SendAsync(HttpMethod.Post, "/lifetime/one", null)).Json.GetInt32();
        (await SendAsync(HttpMethod.Post, "/lifetime/one", null)).Is(200, $"{first + 1}");
    }

    [Fact]
    public async Task A_handler_is_made_for_each_request_with_the_requests_services()
    {
        (await SendAsync(HttpMethod.Post, "/lifetime/each", null)).Is(200, "1 False True");
        (await SendAsync(HttpMethod.Post, "/lifetime/each", null)).Is(200, "1 False True");
    }

    [Fact]
    public async Task Handlers_and_scoped_services_are_disposed_once_a_request()
    {
        // The request that asks is not over when it answers, so it counts for the next one.
        // One look before, the request itself, and the first of the two looks after it.
        var before = await Disposed();
        await SendAsync(HttpMethod.Post, "/lifetime/each", null);
        var after = await Disposed();
        Assert.Equal((before.Handlers + 3, before.Services + 3), after);
    }

    private async Task<(int Handlers, int Services)> Disposed()
    {
        // A response may reach its reader just before the scope ends; the count is stable when two looks differ by one look.
        (int Handlers, int Services) last = default;
        for (var i = 0; i < 1000; i++)
        {
            var parts = (await GetAsync("/lifetime/each/disposed")).Body.Split(' ');
            var now = (int.Parse(parts[0]), int.Parse(parts[1]));
            if (i > 0 && now == (last.Handlers + 1, last.Services + 1))
            {
                return now;
            }

            last = now;
        }

        throw new InvalidOperationException($"Disposals never settled: {last}.");
    }
}
