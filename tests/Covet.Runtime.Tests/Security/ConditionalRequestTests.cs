using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;

namespace Covet.Runtime.Tests.Security;

/// <summary>RFC 9110 section 13.</summary>
public sealed class ConditionalRequestTests
{
    private static readonly DateTimeOffset Changed = new(2025, 6, 1, 12, 0, 0, 500, TimeSpan.Zero);
    private const string Then = "Sun, 01 Jun 2025 12:00:00 GMT";
    private const string Before = "Sun, 01 Jun 2025 11:59:59 GMT";

    [Theory]
    [InlineData("GET", "If-None-Match", "\"v1\"", 304)]
    [InlineData("GET", "If-None-Match", "W/\"v1\"", 304)]
    [InlineData("GET", "If-None-Match", "\"v0\", \"v1\"", 304)]
    [InlineData("GET", "If-None-Match", "\"v0\"", null)]
    [InlineData("GET", "If-None-Match", "*", 304)]
    [InlineData("HEAD", "If-None-Match", "\"v1\"", 304)]
    [InlineData("PUT", "If-None-Match", "*", 412)]
    [InlineData("PUT", "If-None-Match", "\"v1\"", 412)]
    [InlineData("PUT", "If-Match", "\"v1\"", null)]
    [InlineData("PUT", "If-Match", "\"v0\"", 412)]
    [InlineData("PUT", "If-Match", "W/\"v1\"", 412)]
    [InlineData("PUT", "If-Match", "*", null)]
    [InlineData("PUT", "If-Match", "nonsense", 412)]
    [InlineData("GET", "If-Modified-Since", Then, 304)]
    [InlineData("GET", "If-Modified-Since", Before, null)]
    [InlineData("GET", "If-Modified-Since", "yesterday", null)]
    [InlineData("PUT", "If-Modified-Since", Then, null)]
    [InlineData("PUT", "If-Unmodified-Since", Then, null)]
    [InlineData("PUT", "If-Unmodified-Since", Before, 412)]
    [InlineData("PUT", "If-Unmodified-Since", "yesterday", null)]
    [InlineData("GET", "If-Match", "\"v0\"", 412)]
    [InlineData("HEAD", "If-Match", "\"v0\"", 412)]
    [InlineData("GET", "If-Unmodified-Since", Before, 412)]
    [InlineData("OPTIONS", "If-Match", "\"v0\"", null)]
    [InlineData("TRACE", "If-Match", "\"v0\"", null)]
    [InlineData("CONNECT", "If-None-Match", "*", null)]
    public void A_single_precondition_is_judged_by_its_section(string method, string name, string value, int? expected) =>
        Assert.Equal(expected, Evaluate(method, (name, value)));

    [Fact]
    public void Tags_go_before_dates()
    {
        Assert.Null(Evaluate("GET", ("If-None-Match", "\"v0\""), ("If-Modified-Since", Then)));
        Assert.Null(Evaluate("PUT", ("If-Match", "\"v1\""), ("If-Unmodified-Since", Before)));
        Assert.Equal(412, Evaluate("GET", ("If-Match", "\"v0\""), ("If-None-Match", "\"v1\"")));
    }

    [Fact]
    public void A_resource_that_is_not_there_can_be_created_but_not_matched()
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "PUT";
        context.Request.Headers.IfNoneMatch = "*";
        Assert.Null(ConditionalRequest.Evaluate(context.Request, null, exists: false));
        context.Request.Headers.Clear();
        context.Request.Headers.IfMatch = "*";
        Assert.Equal(412, ConditionalRequest.Evaluate(context.Request, null, exists: false));
    }

    [Fact]
    public async Task A_body_gets_its_hash_as_tag_and_who_has_it_gets_304()
    {
        await using var host = await StartAsync();
        using var first = await host.GetAsync("/text");
        var tag = first.Headers.ETag!.ToString();
        Assert.Equal("hello", await first.Content.ReadAsStringAsync());
        Assert.Equal(5, first.Content.Headers.ContentLength);

        using var again = await host.GetAsync("/text", ("If-None-Match", tag));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(tag, again.Headers.ETag!.ToString());
        Assert.Equal("max-age=5", again.Headers.CacheControl!.ToString());
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
        Assert.Null(again.Content.Headers.ContentType);

        using var other = await host.GetAsync("/text", ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
        using var head = await host.SendAsync(HttpMethod.Head, "/text", null);
        Assert.Equal(tag, head.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task The_endpoints_own_tag_counts_and_failures_and_long_bodies_get_none()
    {
        await using var host = await StartAsync();
        using var own = await host.GetAsync("/own", ("If-None-Match", "\"mine\""));
        Assert.Equal(HttpStatusCode.NotModified, own.StatusCode);
        using var missing = await host.GetAsync("/missing");
        Assert.Equal((HttpStatusCode.NotFound, null), (missing.StatusCode, missing.Headers.ETag));
        using var longOne = await host.GetAsync("/long");
        Assert.Null(longOne.Headers.ETag);
        Assert.Equal(5000, (await longOne.Content.ReadAsByteArrayAsync()).Length);
    }

    [Fact]
    public async Task A_state_that_is_no_more_is_412_also_where_its_body_is_long_and_where_it_has_no_tag()
    {
        await using var host = await StartAsync();
        foreach (var path in new[] { "/text", "/own", "/long" })
        {
            using var stale = await host.GetAsync(path, ("If-Match", "\"other\""));
            Assert.Equal((HttpStatusCode.PreconditionFailed, "application/problem+json"), (stale.StatusCode, stale.Content.Headers.ContentType?.MediaType));
            Assert.Equal("no-store", stale.Headers.CacheControl!.ToString());
            using var any = await host.GetAsync(path, ("If-Match", "*"));
            Assert.Equal(HttpStatusCode.OK, any.StatusCode);
        }

        using var missing = await host.GetAsync("/missing", ("If-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_tag_is_weak_where_the_answer_may_be_compressed_after_it()
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddResponseCompression(),
            app =>
            {
                app.UseResponseCompression();
                app.MapGet("/text", (HttpContext context) =>
                {
                    context.Response.ContentType = "text/plain";
                    return context.Response.WriteAsync(new string('x', 5000));
                }).WithMetadata(new ETagAttribute()).WithCovetPipeline();
            });
        using var plain = await host.GetAsync("/text");
        using var packed = await host.GetAsync("/text", ("Accept-Encoding", "gzip"));
        Assert.Equal("gzip", packed.Content.Headers.ContentEncoding.Single());
        Assert.False(plain.Headers.ETag!.IsWeak);
        Assert.Equal("W/" + plain.Headers.ETag, packed.Headers.ETag!.ToString());
        foreach (var encoding in new[] { "gzip", "identity" })
        {
            foreach (var known in new[] { plain, packed })
            {
                using var again = await host.GetAsync("/text", ("Accept-Encoding", encoding), ("If-None-Match", known.Headers.ETag!.ToString()));
                Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            }
        }
    }

    [Fact]
    public async Task A_HEAD_that_writes_nothing_has_no_tag_and_is_not_judged_by_one()
    {
        await using var host = await SecurityHost.StartAsync(_ => { }, app => app.MapMethods("/json", ["GET", "HEAD"], (HttpContext context) =>
            HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : context.Response.WriteAsync("{}")).WithMetadata(new ETagAttribute()).WithCovetPipeline());
        using var get = await host.GetAsync("/json");
        var tag = get.Headers.ETag!.ToString();
        foreach (var name in new[] { "If-Match", "If-None-Match" })
        {
            using var head = await host.SendAsync(HttpMethod.Head, "/json", null, (name, tag));
            Assert.Equal((HttpStatusCode.OK, null), (head.StatusCode, head.Headers.ETag));
        }
    }

    [Fact]
    public async Task A_part_is_given_only_where_no_tag_of_Covets_would_have_to_judge_it()
    {
        var content = "0123456789"u8.ToArray();
        await using var host = await SecurityHost.StartAsync(_ => { }, app => app.MapGet("/file", () =>
            TypedResults.Bytes(content, "text/plain", enableRangeProcessing: true)).WithMetadata(new ETagAttribute()).WithCovetPipeline());
        using var whole = await host.GetAsync("/file");
        var tag = whole.Headers.ETag!.ToString();
        using var part = await host.GetAsync("/file", ("Range", "bytes=5-"));
        Assert.Equal((HttpStatusCode.PartialContent, "56789"), (part.StatusCode, await part.Content.ReadAsStringAsync()));

        using var known = await host.GetAsync("/file", ("Range", "bytes=5-"), ("If-Match", tag));
        Assert.Equal((HttpStatusCode.OK, "0123456789"), (known.StatusCode, await known.Content.ReadAsStringAsync()));
        content = "9876543210"u8.ToArray();
        using var gone = await host.GetAsync("/file", ("Range", "bytes=5-"), ("If-Match", tag));
        Assert.Equal(HttpStatusCode.PreconditionFailed, gone.StatusCode);
        using var resumed = await host.GetAsync("/file", ("Range", "bytes=5-"), ("If-Range", tag));
        Assert.Equal((HttpStatusCode.OK, "9876543210"), (resumed.StatusCode, await resumed.Content.ReadAsStringAsync()));
    }

    private static int? Evaluate(string method, params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        foreach (var (name, value) in headers)
        {
            context.Request.Headers.Append(name, value);
        }

        return ConditionalRequest.Evaluate(context.Request, new EntityTagHeaderValue("\"v1\""), Changed);
    }

    private static Task<SecurityHost> StartAsync() => SecurityHost.StartAsync(_ => { }, app =>
    {
        var group = app.MapGroup("").WithMetadata(new ETagAttribute { MaxBytes = 1000 }).WithCovetPipeline();
        group.MapMethods("/text", ["GET", "HEAD"], (HttpContext context) =>
        {
            context.Response.Headers.CacheControl = "max-age=5";
            context.Response.ContentType = "text/plain";
            return context.Response.WriteAsync("hello");
        });
        group.MapGet("/own", (HttpContext context) =>
        {
            context.Response.Headers.ETag = "\"mine\"";
            return context.Response.WriteAsync("x");
        });
        group.MapGet("/missing", (HttpContext context) =>
        {
            context.Response.StatusCode = 404;
            return context.Response.WriteAsync("no");
        });
        group.MapGet("/long", async (HttpContext context) =>
        {
            for (var i = 0; i < 50; i++)
            {
                await context.Response.BodyWriter.WriteAsync(new byte[100]);
                await context.Response.BodyWriter.FlushAsync();
            }
        });
    });
}
