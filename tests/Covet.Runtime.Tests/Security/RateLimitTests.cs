using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

// By itself: it asks the collector for the memory of the process.
[CollectionDefinition(nameof(RateLimitTests), DisableParallelization = true)]
[Collection(nameof(RateLimitTests))]
public sealed class RateLimitTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", "A3817F04BA25A8E66DF67214C7550293")]
    [InlineData("00", "DA87C1D86B99AF44347659119B22FC45")]
    public void The_vectors_of_the_SipHash_authors_come_out(string data, string expected)
    {
        var hash = SipHash.Compute(new UInt128(0x0706050403020100, 0x0f0e0d0c0b0a0908), Convert.FromHexString(data));
        Span<byte> bytes = stackalloc byte[16];
        BitConverter.TryWriteBytes(bytes, (ulong)(hash >> 64));
        BitConverter.TryWriteBytes(bytes[8..], (ulong)hash);
        Assert.Equal(expected, Convert.ToHexString(bytes));
    }

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("1s", 1000)]
    [InlineData("2m", 120_000)]
    [InlineData("3h", 10_800_000)]
    [InlineData("1d", 86_400_000)]
    public void A_period_is_a_number_and_a_unit(string text, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Period.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("m")]
    [InlineData("-1m")]
    [InlineData("0s")]
    [InlineData("1 m")]
    [InlineData("1mm")]
    [InlineData("99999999999s")]
    public void What_is_no_period_is_refused(string text) => Assert.Throws<FormatException>(() => Period.Parse(text));

    [Fact]
    public void A_fixed_window_lets_its_number_pass_and_begins_anew()
    {
        var counter = new FixedWindowCounter(3, 1000);
        long state = 0;
        Assert.Equal([2, 1, 0], Enumerable.Range(0, 3).Select(_ => counter.Count(ref state, 5400).Remaining));
        Assert.Equal(new RateDecision(false, 0, 600, 600), counter.Count(ref state, 5400));
        Assert.Equal(new RateDecision(true, 2, 1000, 0), counter.Count(ref state, 6000));
        Assert.True(counter.IsExpired(state, 7000));
        Assert.False(counter.IsExpired(state, 6999));
    }

    [Fact]
    public void A_sliding_window_counts_what_the_last_window_left()
    {
        var counter = new SlidingWindowCounter(10, 1000);
        long state = 0;
        for (var i = 0; i < 10; i++)
        {
            Assert.True(counter.Count(ref state, 500).Allowed);
        }

        Assert.False(counter.Count(ref state, 900).Allowed);

        // A quarter into the next window, three quarters of ten still count: 7, so three pass.
        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(_ => counter.Count(ref state, 1250).Allowed));
        Assert.True(counter.IsExpired(state, 3000));
    }

    [Fact]
    public void What_a_sliding_window_says_of_the_wait_is_the_first_time_that_passes()
    {
        var counter = new SlidingWindowCounter(10, 1000);
        long state = 0;
        for (var i = 0; i < 10; i++)
        {
            counter.Count(ref state, 0);
        }

        foreach (var time in new[] { 100, 1000, 1050 })
        {
            var copy = state;
            var decision = counter.Count(ref copy, time);
            if (!decision.Allowed)
            {
                var (before, after) = (state, state);
                Assert.False(counter.Count(ref before, time + decision.RetryMilliseconds - 1).Allowed);
                Assert.True(counter.Count(ref after, time + decision.RetryMilliseconds).Allowed);
            }
        }
    }

    [Fact]
    public void A_token_bucket_gives_a_burst_and_then_refills_evenly()
    {
        var counter = new TokenBucketCounter(5, 1000);
        long state = 0;
        Assert.Equal([true, true, true, true, true, false], Enumerable.Range(0, 6).Select(_ => counter.Count(ref state, 10).Allowed));
        Assert.Equal(200, counter.Count(ref state, 10).RetryMilliseconds);
        Assert.False(counter.Count(ref state, 209).Allowed);
        Assert.True(counter.Count(ref state, 210).Allowed);
        Assert.False(counter.Count(ref state, 210).Allowed);
        Assert.Equal(4, counter.Count(ref state, 5000).Remaining);
        Assert.True(counter.IsExpired(state, 6000));
    }

    [Fact]
    public void Whatever_comes_no_algorithm_lets_more_pass_than_it_promises()
    {
        var seed = Seed.Value;
        output.WriteLine("seed " + seed.ToString(CultureInfo.InvariantCulture));
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var limit = random.Next(1, 20);
            var window = random.Next(100, 2000);
            Run(new FixedWindowCounter(limit, window), (from, to) => limit * ((to / window) - (from / window) + 1));
            Run(new SlidingWindowCounter(limit, window), (from, to) => limit * ((to / window) - (from / window) + 1));
            Run(new TokenBucketCounter(limit, window), (from, to) => limit + (((to - from) * limit) / window) + 1);

            void Run<T>(T counter, Func<long, long, long> most)
                where T : struct, IRateCounter
            {
                var table = new RateLimitTable<T>(counter, 1000);
                var passed = new List<long>();
                long now = random.Next(0, 5000);
                for (var i = 0; i < 300; i++)
                {
                    now += random.Next(0, 3) == 0 ? random.Next(0, window) : random.Next(0, 20);
                    var decision = table.Decide(new UInt128(7, 7), now);
                    if (decision.Allowed)
                    {
                        passed.Add(now);
                    }
                    else
                    {
                        Assert.True(decision.RetryMilliseconds > 0);
                    }

                    Assert.InRange(decision.Remaining, 0, limit - (decision.Allowed ? 1 : 0));
                }

                for (var from = 0; from < passed.Count; from++)
                {
                    var to = Math.Min(from + (2 * limit), passed.Count - 1);
                    Assert.True(to - from + 1 <= most(passed[from], passed[to]), $"{typeof(T).Name} limit {limit} window {window} seed {seed}");
                }
            }
        }
    }

    // What is finalized is free a collection later.
    private static long SettledMemory()
    {
        var (last, now) = (0L, GC.GetTotalMemory(forceFullCollection: true));
        for (var i = 0; i < 10 && Math.Abs(now - last) > 100_000; i++)
        {
            GC.WaitForPendingFinalizers();
            (last, now) = (now, GC.GetTotalMemory(forceFullCollection: true));
        }

        return now;
    }

    [Fact]
    public void A_million_keys_cost_at_most_48_bytes_each_and_are_forgotten_when_their_window_is_over()
    {
        var table = new RateLimitTable<SlidingWindowCounter>(new SlidingWindowCounter(10, 60_000), 4_000_000);
        var before = SettledMemory();
        var watch = Stopwatch.StartNew();
        Span<byte> key = stackalloc byte[8];
        for (var i = 0L; i < 1_000_000; i++)
        {
            BitConverter.TryWriteBytes(key, i);
            Assert.True(table.Decide(SipHash.Compute(key), 1000).Allowed);
        }

        watch.Stop();
        var grown = SettledMemory() - before;
        Assert.Equal(1_000_000, table.Count);
        output.WriteLine($"{table.Bytes / 1e6:0.0} B a key by the arrays, {grown / 1e6:0.0} by the collector, {watch.Elapsed.TotalNanoseconds / 1e6:0} ns a new key");
        Assert.InRange(table.Bytes / 1_000_000, 24, 48);

        // What tests before this one left may still be let go meanwhile, which makes it less.
        Assert.True(grown <= 48_000_000, $"{grown} bytes");

        for (var i = 0L; i < 1_000_000; i++)
        {
            BitConverter.TryWriteBytes(key, -1 - i);
            table.Decide(SipHash.Compute(key), 200_000);
        }

        Assert.InRange(table.Count, 1_000_000, 1_400_000);
        Assert.InRange(table.Bytes / 1_000_000, 24, 60);
    }

    [Fact]
    public void A_flood_of_keys_cannot_grow_the_table_past_its_bound()
    {
        var table = new RateLimitTable<FixedWindowCounter>(new FixedWindowCounter(1, 60_000), 64 * 100);
        for (ulong i = 0; i < 200_000; i++)
        {
            table.Decide(SipHash.Compute(BitConverter.GetBytes(i)), 1);
        }

        Assert.InRange(table.Count, 64, 64 * 200);
    }

    [Fact]
    public void Many_threads_count_every_request_once()
    {
        var limiter = RateLimiter.Create(RateLimitAlgorithm.FixedWindow, 5000, TimeSpan.FromDays(1), "t", new TestClock());
        var allowed = 0;
        Parallel.For(0, 20_000, _ =>
        {
            if (limiter.Decide(new UInt128(1, 2)).Allowed)
            {
                Interlocked.Increment(ref allowed);
            }
        });
        Assert.Equal(5000, allowed);
    }

    [Theory]
    [InlineData(RateLimitAlgorithm.FixedWindow)]
    [InlineData(RateLimitAlgorithm.SlidingWindow)]
    [InlineData(RateLimitAlgorithm.TokenBucket)]
    public async Task Over_HTTP_one_too_many_is_429_with_headers_and_a_problem(RateLimitAlgorithm algorithm)
    {
        var clock = new TestClock();
        await using var host = await StartAsync(clock, new RateLimitAttribute(2, "1m") { Algorithm = algorithm, By = "ip" });
        using var first = await host.GetAsync("/a");
        Assert.Equal("\"default\";q=2;w=60", first.Headers.GetValues("RateLimit-Policy").Single());
        Assert.StartsWith("\"default\";r=1;t=", first.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        using var second = await host.GetAsync("/a");
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
        using var third = await host.GetAsync("/a");
        Assert.Equal(HttpStatusCode.TooManyRequests, third.StatusCode);
        Assert.Equal("application/problem+json", third.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("\"default\";r=0;t=", third.Headers.GetValues("RateLimit").Single(), StringComparison.Ordinal);
        clock.Now += third.Headers.RetryAfter!.Delta!.Value;
        using var fourth = await host.GetAsync("/a");
        Assert.Equal(HttpStatusCode.OK, fourth.StatusCode);
    }

    [Fact]
    public async Task Users_count_by_themselves_and_nobody_counts_by_address()
    {
        await using var host = await StartAsync(new TestClock(), new RateLimitAttribute(1, "1m"));
        foreach (var user in new[] { "ada", "bob", "" })
        {
            using var first = await host.GetAsync("/a", ("X-User", user));
            using var second = await host.GetAsync("/a", ("X-User", user));
            Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (first.StatusCode, second.StatusCode));
        }

        using var forged = await host.GetAsync("/a", ("X-Forwarded-For", "9.9.9.9"));
        Assert.Equal(HttpStatusCode.TooManyRequests, forged.StatusCode);
    }

    [Fact]
    public async Task Endpoints_count_by_themselves_unless_a_name_joins_them()
    {
        await using var apart = await StartAsync(new TestClock(), new RateLimitAttribute(1, "1m") { By = "route" });
        using var a = await apart.GetAsync("/a");
        using var b = await apart.GetAsync("/b");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (a.StatusCode, b.StatusCode));

        await using var joined = await StartAsync(new TestClock(), new RateLimitAttribute(1, "1m") { By = "route", Name = "both" });
        using var c = await joined.GetAsync("/a");
        using var d = await joined.GetAsync("/b");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.TooManyRequests), (c.StatusCode, d.StatusCode));
        Assert.Equal("\"both\";q=1;w=60", d.Headers.GetValues("RateLimit-Policy").Single());
    }

    [Fact]
    public async Task A_concurrency_limit_refuses_the_one_too_many_and_frees_its_place_at_the_end()
    {
        var entered = new SemaphoreSlim(0);
        var gate = new TaskCompletionSource();
        await using var host = await SecurityHost.StartAsync(_ => { }, app => app.MapGet("/slow", async () =>
        {
            entered.Release();
            await gate.Task;
        }).WithMetadata(new ConcurrencyLimitAttribute(2)).WithCovetPipeline());

        var running = new[] { host.GetAsync("/slow"), host.GetAsync("/slow") };
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        await entered.WaitAsync(TestContext.Current.CancellationToken);
        using var refused = await host.GetAsync("/slow");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        gate.SetResult();
        foreach (var response in await Task.WhenAll(running))
        {
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            response.Dispose();
        }

        using var again = await host.GetAsync("/slow");
        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
    }

    [Fact]
    public async Task A_ceiling_over_the_whole_application_stands_before_everything()
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddSingleton<TimeProvider>(new TestClock()),
            app =>
            {
                app.UseCovetRateLimit(2, "1m");
                app.MapGet("/a", () => "a");
            });
        using var one = await host.GetAsync("/a");
        using var two = await host.GetAsync("/nowhere");
        using var three = await host.GetAsync("/a");
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.TooManyRequests), (one.StatusCode, two.StatusCode, three.StatusCode));
    }

    private static Task<SecurityHost> StartAsync(TestClock clock, RateLimitAttribute limit) => SecurityHost.StartAsync(
        builder => builder.Services.AddSingleton<TimeProvider>(clock),
        app =>
        {
            app.Use((context, next) =>
            {
                if (context.Request.Headers["X-User"].ToString() is { Length: > 0 } user)
                {
                    context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim("sub", user)], "test"));
                }

                return next(context);
            });
            var group = app.MapGroup("").WithMetadata(limit).WithCovetPipeline();
            group.MapGet("/a", () => "a");
            group.MapGet("/b", () => "b");
        });
}
