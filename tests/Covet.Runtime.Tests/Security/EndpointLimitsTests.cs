using System.Net;
using Covet.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Runtime.Tests.Security;

/// <summary>ASP.NET Core's own limits as metadata of an endpoint, without its middleware.</summary>
public sealed class EndpointLimitsTests
{
    [Fact]
    public async Task A_body_that_says_it_is_too_large_is_413_before_it_is_read_and_one_that_hides_it_is_cut_off()
    {
        await using var host = await SecurityHost.StartAsync(_ => { }, app => app.MapPost("/upload", async (HttpContext context) =>
        {
            try
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
            }
            catch (BadHttpRequestException exception)
            {
                context.Response.StatusCode = exception.StatusCode;
            }
        }).WithMetadata(new SizeLimit(100)).WithCovetPipeline());

        using var small = await host.SendAsync(HttpMethod.Post, "/upload", new ByteArrayContent(new byte[100]));
        Assert.Equal(HttpStatusCode.OK, small.StatusCode);
        using var large = await host.SendAsync(HttpMethod.Post, "/upload", new ByteArrayContent(new byte[101]));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, large.StatusCode);
        Assert.Equal("application/problem+json", large.Content.Headers.ContentType!.MediaType);

        // In one write: a server that gives up on a body closes its end, and what a client sends after that may cost it the answer.
        var chunked = await host.ExchangeAsync($"POST /upload HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n65\r\n{new string('x', 0x65)}\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", chunked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_past_its_time_is_cancelled_and_answered_504()
    {
        await using var host = await SecurityHost.StartAsync(_ => { }, app => app.MapGet("/slow", Wait)
            .WithMetadata(new RequestTimeoutAttribute(50)).WithCovetPipeline());
        using var response = await host.GetAsync("/slow");
        Assert.Equal(HttpStatusCode.GatewayTimeout, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_named_timeout_policy_is_found_and_its_status_used()
    {
        await using var host = await SecurityHost.StartAsync(
            builder => builder.Services.AddRequestTimeouts(o => o.Policies["short"] = new RequestTimeoutPolicy { Timeout = TimeSpan.FromMilliseconds(50), TimeoutStatusCode = 503 }),
            app => app.MapGet("/slow", Wait).WithMetadata(new RequestTimeoutAttribute("short")).WithCovetPipeline());
        using var response = await host.GetAsync("/slow");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public void An_endpoint_that_asks_for_nothing_is_left_as_it_is()
    {
        RequestDelegate handler = _ => Task.CompletedTask;
        Assert.Same(handler, new EndpointPipeline().Compose(handler, new EndpointMetadataCollection(new object())));
    }

    [Fact]
    public async Task Metadata_stands_in_its_order_whatever_the_order_it_is_written_in()
    {
        var order = new List<string>();
        var metadata = new EndpointMetadataCollection(new Probe(order, "inner", 90), new Probe(order, "first", 5), new Probe(order, "second", 5));
        var composed = new EndpointPipeline().Compose(
            _ =>
            {
                order.Add("handler");
                return Task.CompletedTask;
            },
            metadata);
        await composed(new DefaultHttpContext());
        Assert.Equal(["first", "second", "inner", "handler"], order);
    }

    [Fact]
    public void Covets_own_endpoints_are_composed_by_their_table()
    {
        var definition = new EndpointDefinition("GET", "x", "X.Get", _ => Task.CompletedTask) { Metadata = () => [new RateLimitAttribute(1, "1m")] };
        var composed = 0;
        RequestDelegate Compose(RequestDelegate handler, EndpointMetadataCollection metadata)
        {
            var result = new EndpointPipeline().Compose(handler, metadata);
            composed += ReferenceEquals(result, handler) ? 0 : 1;
            return result;
        }

        RouteEndpointFactory.Create(definition, [], [], Compose);
        Assert.Equal(1, composed);
        RouteEndpointFactory.Create(definition, [b => b.Metadata.Clear()], [], Compose);
        Assert.Equal(1, composed);
    }

    [Fact]
    public async Task A_refusal_leaves_the_servers_own_limit_in_force()
    {
        long? left = 0;
        await using var host = await SecurityHost.StartAsync(
            builder => builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestBodySize = 1_000_000),
            app =>
            {
                app.Use(async (context, next) =>
                {
                    await next(context);
                    left = context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize;
                });
                app.MapPost("/upload", () => "never").WithMetadata(new SizeLimit(10_000)).WithCovetPipeline();
            });
        var answer = await host.ExchangeAsync("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Length: 20000000\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.InRange(left!.Value, 1, 1_000_000);

        // What the server itself takes is read away, so that the answer is not lost with the connection.
        using var large = await host.SendAsync(HttpMethod.Post, "/upload", new ByteArrayContent(new byte[900_000]));
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, 900_000), (large.StatusCode, left.Value));
    }

    [Theory]
    [InlineData(20_000_000)]
    [InlineData(20_000)]
    public async Task A_body_that_one_endpoint_refuses_is_there_for_another_that_takes_it(long length)
    {
        var (server, body) = (new ServerLimit { MaxRequestBodySize = 1_000_000 }, new MemoryStream([1, 2, 3]));
        var context = new DefaultHttpContext { Request = { Body = body, ContentLength = length }, RequestServices = new ServiceCollection().BuildServiceProvider() };
        context.Features.Set<IHttpMaxRequestBodySizeFeature>(server);
        context.SetEndpoint(Limited(new SizeLimit(10_000)));
        EndpointBodyLimit.Apply(context, 10_000);
        EndpointBodyLimit.LetGo(context);
        Assert.Equal(1_000_000, server.MaxRequestBodySize);
        await RefusesAsync(10_000);
        context.SetEndpoint(Limited(new SizeLimit(10_001)));
        await RefusesAsync(10_001);

        context.SetEndpoint(Limited(new SizeLimit(length)));
        Assert.Equal(1, await context.Request.Body.ReadAsync(new byte[1]));
        context.SetEndpoint(Limited(new SizeLimit(null)));
        Assert.Equal(1, context.Request.Body.Read(new byte[1]));
        context.SetEndpoint(null);
        var rest = new MemoryStream();
        await context.Request.Body.CopyToAsync(rest);
        Assert.Equal([3], rest.ToArray());

        async Task RefusesAsync(long limit)
        {
            var refused = new[]
            {
                Assert.Throws<BadHttpRequestException>(() => context.Request.Body.Read(new byte[1])),
                Assert.Throws<BadHttpRequestException>(() => context.Request.Body.Read(new byte[1], 0, 1)),
                await Assert.ThrowsAsync<BadHttpRequestException>(() => context.Request.Body.ReadAsync(new byte[1]).AsTask()),
                await Assert.ThrowsAsync<BadHttpRequestException>(() => context.Request.Body.ReadAsync(new byte[1], 0, 1)),
                await Assert.ThrowsAsync<BadHttpRequestException>(() => context.Request.Body.CopyToAsync(Stream.Null)),
            };
            Assert.All(refused, e => Assert.Equal((413, $"Request body too large. The max request body size is {limit} bytes."), (e.StatusCode, e.Message)));
        }
    }

    private static Endpoint Limited(SizeLimit limit) => new(null, new EndpointMetadataCollection(limit), null);

    private static Task Wait(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private sealed class ServerLimit : IHttpMaxRequestBodySizeFeature
    {
        public bool IsReadOnly => false;

        public long? MaxRequestBodySize { get; set; }
    }

    private sealed class SizeLimit(long? bytes) : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => bytes;
    }

    private sealed class Probe(List<string> order, string name, int place) : IEndpointWrapper
    {
        public int Order => place;

        public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
        {
            order.Add(name);
            return next(context);
        };
    }
}
