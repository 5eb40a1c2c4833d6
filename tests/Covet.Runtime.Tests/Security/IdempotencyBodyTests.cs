using System.Net;
using Microsoft.AspNetCore.Builder;

namespace Covet.Runtime.Tests.Security;

/// <summary>Middleware that reads the body before <c>[Idempotent]</c> does, and requests that look alike.</summary>
public sealed class IdempotencyBodyTests
{
    private int worked;

    [Fact]
    public async Task A_body_that_middleware_read_and_left_at_its_end_is_told_from_another()
    {
        await using var host = await StartAsync(async context =>
        {
            context.Request.EnableBuffering();
            await context.Request.Body.CopyToAsync(Stream.Null);
        });
        foreach (var (body, status) in new[] { ("1", 200), ("2", 422), ("1", 200) })
        {
            using var reply = await PostAsync(host, body, "application/json");
            Assert.Equal(status, (int)reply.StatusCode);
        }

        Assert.Equal(1, worked);
    }

    [Theory]
    [InlineData("application/json", "1")]
    [InlineData("application/x-www-form-urlencoded", "amount=1")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b--\r\n")]
    public async Task A_body_that_middleware_used_up_is_never_taken_for_a_retry(string type, string body)
    {
        await using var host = await StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        foreach (var sent in new[] { body, body, body.Replace('1', '2') })
        {
            using var refused = await PostAsync(host, sent, type);
            Assert.Equal(HttpStatusCode.InternalServerError, refused.StatusCode);
        }

        Assert.Equal(0, worked);
    }

    [Fact]
    public async Task Without_a_body_there_is_none_to_use_up()
    {
        await using var host = await StartAsync(context => context.Request.Body.CopyToAsync(Stream.Null));
        foreach (var replayed in new[] { false, true })
        {
            using var reply = await host.SendAsync(HttpMethod.Post, "/pay/1", null, ("Idempotency-Key", "k"));
            Assert.Equal((HttpStatusCode.OK, replayed), (reply.StatusCode, reply.Headers.Contains("Idempotency-Replayed")));
        }
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "amount=1")]
    [InlineData("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"a\"; filename=\"1\"\r\n\r\n1\r\n--b--\r\n")]
    public async Task A_form_that_middleware_read_is_told_from_another(string type, string body)
    {
        await using var host = await StartAsync(context => context.Request.ReadFormAsync());
        foreach (var (sent, status) in new[] { (body, 200), (body.Replace('1', '2'), 422), (body, 200) })
        {
            using var reply = await PostAsync(host, sent, type);
            Assert.Equal(status, (int)reply.StatusCode);
        }

        Assert.Equal(1, worked);
    }

    [Fact]
    public async Task What_stands_in_a_path_is_not_taken_for_a_query_or_a_type()
    {
        await using var host = await StartAsync(_ => Task.CompletedTask);
        var first = await RawAsync(host, "/pay/1%0A?x", "", "");
        Assert.StartsWith("HTTP/1.1 200 ", first, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 422 ", await RawAsync(host, "/pay/1", "Content-Type: ?x\r\n", "\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 422 ", await RawAsync(host, "/pay/1", "", "?x\n"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 422 ", await RawAsync(host, "/tenant/pay/1%0A?x", "", ""), StringComparison.Ordinal);
        Assert.Equal(1, worked);
    }

    [Fact]
    public async Task Work_that_outlives_its_keys_lifetime_keeps_the_key_and_its_answer_is_no_others()
    {
        var clock = new TestClock();
        var store = new MemoryIdempotencyStore(clock) { MaxKeys = 1 };
        Assert.Null(await store.TryBeginAsync("k", "one", TimeSpan.FromSeconds(1), default));
        clock.Now += TimeSpan.FromSeconds(5);
        Assert.Equal(new IdempotencyEntry("one", null), await store.TryBeginAsync("k", "other", TimeSpan.FromSeconds(1), default));
        Assert.Same(IdempotencyEntry.Full, await store.TryBeginAsync("another", "other", TimeSpan.FromSeconds(1), default));
        await store.CompleteAsync("k", new IdempotentResponse(200, [], "paid"u8.ToArray()), default);
        Assert.Null(await store.TryBeginAsync("another", "other", TimeSpan.FromSeconds(1), default));
    }

    private static Task<string> RawAsync(SecurityHost host, string target, string headers, string body) => host.ExchangeAsync(
        $"POST {target} HTTP/1.1\r\nHost: a\r\nConnection: close\r\nIdempotency-Key: k\r\n{headers}Content-Length: {body.Length}\r\n\r\n{body}");

    private static Task<HttpResponseMessage> PostAsync(SecurityHost host, string body, string type)
    {
        var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
        return host.SendAsync(HttpMethod.Post, "/pay/1", content, ("Idempotency-Key", "k"));
    }

    private Task<SecurityHost> StartAsync(Func<HttpContext, Task> before) => SecurityHost.StartAsync(_ => { }, app =>
    {
        app.UsePathBase("/tenant");
        app.UseRouting();
        app.Use(async (context, next) =>
        {
            await before(context);
            await next(context);
        });
        app.MapPost("/pay/{id}", (HttpContext context) => context.Response.WriteAsync("paid " + Interlocked.Increment(ref worked)))
            .WithMetadata(new IdempotentAttribute()).WithCovetPipeline();
    });
}
