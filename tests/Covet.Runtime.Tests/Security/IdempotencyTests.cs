using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

public sealed class IdempotencyTests
{
    private readonly TestClock clock = new();
    private MemoryIdempotencyStore? store;
    private int worked;
    private int status = 201;
    private TaskCompletionSource? gate;
    private TaskCompletionSource? entered;

    [Fact]
    public async Task A_retry_gets_the_first_answer_and_the_work_is_done_once()
    {
        await using var host = await StartAsync();
        using var first = await PostAsync(host, "\"k1\"", "{}");
        using var second = await PostAsync(host, "\"k1\"", "{}");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.StatusCode, second.StatusCode));
        Assert.Equal("paid 1", await first.Content.ReadAsStringAsync());
        Assert.Equal("paid 1", await second.Content.ReadAsStringAsync());
        Assert.Equal("/pay/1", second.Headers.Location!.ToString());
        Assert.Equal("true", second.Headers.GetValues("Idempotency-Replayed").Single());
        Assert.False(first.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(1, worked);

        using var unquoted = await PostAsync(host, "k1", "{}");
        Assert.True(unquoted.Headers.Contains("Idempotency-Replayed"));
        using var other = await PostAsync(host, "\"k2\"", "{}");
        Assert.Equal("paid 2", await other.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_key_with_another_request_is_422_without_a_key_400_and_too_long_400()
    {
        await using var host = await StartAsync();
        using var first = await PostAsync(host, "k", "{\"a\":1}");
        using var changed = await PostAsync(host, "k", "{\"a\":2}");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, changed.StatusCode);
        Assert.Equal("application/problem+json", changed.Content.Headers.ContentType!.MediaType);
        foreach (var key in new[] { null, "\"\"", new string('k', 256) })
        {
            using var refused = await PostAsync(host, key, "{}");
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        Assert.Equal(1, worked);
    }

    [Fact]
    public async Task A_store_that_cannot_keep_the_answer_lets_nobody_do_the_work_again()
    {
        var done = 0;
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddSingleton<IIdempotencyStore>(new ForgetfulStore()),
            app => app.MapPost("/pay", () => $"paid {++done}").WithMetadata(new IdempotentAttribute()).WithCovetPipeline());
        using var first = await PostAsync(host, "k", "{}");
        Assert.Equal(HttpStatusCode.InternalServerError, first.StatusCode);
        using var second = await PostAsync(host, "k", "{}");
        Assert.Equal((HttpStatusCode.Conflict, 1), (second.StatusCode, done));
    }

    [Fact]
    public async Task While_the_first_runs_a_second_is_409()
    {
        await using var host = await StartAsync();
        gate = new TaskCompletionSource();
        entered = new TaskCompletionSource();
        var first = PostAsync(host, "k", "{}");
        await entered.Task;
        using var second = await PostAsync(host, "k", "{}");
        Assert.Equal(HttpStatusCode.Conflict, second.StatusCode);
        gate.SetResult();
        using var done = await first;
        Assert.Equal(HttpStatusCode.Created, done.StatusCode);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(-1)]
    public async Task A_failure_of_the_server_is_not_kept(int failure)
    {
        await using var host = await StartAsync();
        status = failure;
        using var failed = await PostAsync(host, "k", "{}");
        Assert.Equal(HttpStatusCode.InternalServerError, failed.StatusCode);
        status = 201;
        using var retried = await PostAsync(host, "k", "{}");
        Assert.Equal(HttpStatusCode.Created, retried.StatusCode);
        Assert.Equal(2, worked);
    }

    [Fact]
    public async Task A_key_is_its_users_own_and_is_forgotten_after_a_day()
    {
        await using var host = await StartAsync();
        using var ada = await PostAsync(host, "k", "{}", "ada");
        using var bob = await PostAsync(host, "k", "{}", "bob");
        Assert.False(bob.Headers.Contains("Idempotency-Replayed"));
        clock.Now += TimeSpan.FromDays(1);
        using var late = await PostAsync(host, "k", "{}", "ada");
        Assert.False(late.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(3, worked);
    }

    [Theory]
    [InlineData(2, 1L << 40)]
    [InlineData(1000, 40)]
    public async Task A_full_store_refuses_new_keys_keeps_its_promises_and_has_room_again_once_some_have_aged(int keys, long bytes)
    {
        store = new MemoryIdempotencyStore(clock) { MaxKeys = keys, MaxBytes = bytes };
        await using var host = await StartAsync();
        for (var i = 0; i < 2; i++)
        {
            using var taken = await PostAsync(host, "k" + i, "{}");
            Assert.Equal(HttpStatusCode.Created, taken.StatusCode);
        }

        using var refused = await PostAsync(host, "other", "{}");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(refused.Headers.RetryAfter);
        using var known = await PostAsync(host, "k0", "{}");
        Assert.True(known.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(2, worked);

        for (var day = 0; day < 3; day++)
        {
            // The first key of a day finds room, the third none.
            clock.Now += TimeSpan.FromDays(1);
            foreach (var status in new[] { HttpStatusCode.Created, HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable })
            {
                using var later = await PostAsync(host, $"{day} {worked} {status}", "{}");
                Assert.Equal(status, later.StatusCode);
            }
        }
    }

    [Fact]
    public async Task Without_being_told_the_store_holds_100_000_keys_or_256_MiB_of_answers()
    {
        var many = new MemoryIdempotencyStore(clock);
        for (var i = 0; i < 100_000; i++)
        {
            Assert.Null(await many.TryBeginAsync("k" + i, "", TimeSpan.FromDays(1), default));
        }

        Assert.Same(IdempotencyEntry.Full, await many.TryBeginAsync("other", "", TimeSpan.FromDays(1), default));

        var large = new MemoryIdempotencyStore(clock);
        var answer = new IdempotentResponse(200, [], new byte[1024 * 1024]);
        for (var i = 0; i < 256; i++)
        {
            Assert.Null(await large.TryBeginAsync("k" + i, "", TimeSpan.FromDays(1), default));
            await large.CompleteAsync("k" + i, answer, default);
        }

        Assert.Same(IdempotencyEntry.Full, await large.TryBeginAsync("other", "", TimeSpan.FromDays(1), default));
    }

    [Theory]
    [InlineData("name:ada", "name:bob")]
    [InlineData("client:ada", "client:bob")]
    [InlineData("sub:ada", "issuer:ada")]
    [InlineData("sub:ada", "scheme:ada")]
    [InlineData("sub:ada", "")]
    public async Task A_key_is_not_shared_with_another_who_goes_by_the_same_name_or_has_no_subject(string one, string other)
    {
        await using var host = await StartAsync();
        using var first = await PostAsync(host, "k", "{}", one);
        using var second = await PostAsync(host, "k", "{}", other);
        Assert.False(second.Headers.Contains("Idempotency-Replayed"));
        using var again = await PostAsync(host, "k", "{}", one);
        Assert.True(again.Headers.Contains("Idempotency-Replayed"));
    }

    private static System.Security.Claims.ClaimsIdentity Identity(string user) => user.Split(':') switch
    {
        ["name", var name] => new([new(System.Security.Claims.ClaimTypes.Name, name)], "test"),
        ["client", var id] => new([new("client_id", id), new("jti", Guid.NewGuid().ToString())], "test"),
        ["issuer", var subject] => new([new("sub", subject, null, "https://other.test")], "test"),
        ["scheme", var subject] => new([new("sub", subject)], "other"),
        ["sub", var subject] => new([new("sub", subject)], "test"),
        [""] => new(),
        _ => new([new("sub", user)], "test"),
    };

    private static Task<HttpResponseMessage> PostAsync(SecurityHost host, string? key, string body, string? user = null)
    {
        var headers = new List<(string, string)>();
        if (key is not null)
        {
            headers.Add(("Idempotency-Key", key));
        }

        if (user is not null)
        {
            headers.Add(("X-User", user));
        }

        return host.SendAsync(HttpMethod.Post, "/pay", new StringContent(body, Encoding.UTF8, "application/json"), [.. headers]);
    }

    private Task<SecurityHost> StartAsync() => SecurityHost.StartAsync(
        builder => builder.Services.AddSingleton<IIdempotencyStore>(store ?? new MemoryIdempotencyStore(clock)),
        app =>
        {
            app.Use((context, next) =>
            {
                context.User = new(Identity(context.Request.Headers["X-User"].ToString()));
                return next(context);
            });
            app.MapPost("/pay", async (HttpContext context) =>
            {
                worked++;
                using var reader = new StreamReader(context.Request.Body);
                Assert.NotEmpty(await reader.ReadToEndAsync());
                entered?.TrySetResult();
                await (gate?.Task ?? Task.CompletedTask);
                if (status < 0)
                {
                    throw new InvalidOperationException("the work failed");
                }

                context.Response.StatusCode = status;
                context.Response.Headers.Location = $"/pay/{worked}";
                await context.Response.WriteAsync($"paid {worked}");
            }).WithMetadata(new IdempotentAttribute()).WithCovetPipeline();
        });
}
