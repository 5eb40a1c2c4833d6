using System.Net;
using Covet.Routing;
using Microsoft.AspNetCore.Builder;
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

    private static Task Wait(HttpContext context) => Task.Delay(Timeout.Infinite, context.RequestAborted);

    private sealed class SizeLimit(long bytes) : IRequestSizeLimitMetadata
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
