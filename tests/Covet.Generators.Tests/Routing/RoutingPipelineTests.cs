using System.Net;
using Covet.Generators.Model;
using Covet.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Cors;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Generators.Tests.Routing;

/// <summary>Covet's routing in a whole application, beside ASP.NET Core's own.</summary>
public sealed class RoutingPipelineTests
{
    private static readonly RouteSpec[] Routes =
    [
        new("GET", "both"), new("POST", "covet"), new("GET", "covet/{id:int}"), new("PUT", "cors"), new("DELETE", "plain"), new("OPTIONS", "own"), new("PURGE", "own"),
    ];

    [Fact]
    public async Task Another_method_gets_405_with_all_that_the_path_has()
    {
        await using var app = await Start();
        using var response = await Send(app, "DELETE", "/covet/5");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("GET, HEAD, OPTIONS", Allow(response));
        using var own = await Send(app, "GET", "/own");
        Assert.Equal("OPTIONS, PURGE", Allow(own));
        using var unconstrained = await Send(app, "DELETE", "/covet/x");
        Assert.Equal(HttpStatusCode.NotFound, unconstrained.StatusCode);
    }

    [Fact]
    public async Task Options_gets_204_with_Allow_unless_an_endpoint_answers_it()
    {
        await using var app = await Start();
        using var response = await Send(app, "OPTIONS", "/covet");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("POST, OPTIONS", Allow(response));
        using var own = await Send(app, "OPTIONS", "/own");
        Assert.Equal("covet 5", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task AspNetCores_endpoint_for_another_method_of_the_path_answers()
    {
        await using var app = await Start();
        using var mapped = await Send(app, "POST", "/both");
        Assert.Equal("mapped", await mapped.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var covet = await Send(app, "GET", "/both");
        Assert.Equal("covet 0", await covet.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var neither = await Send(app, "DELETE", "/both");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, neither.StatusCode);
        Assert.Equal("POST, GET, HEAD, OPTIONS", Allow(neither));
    }

    [Fact]
    public async Task Middleware_after_Covet_may_answer_what_Covet_has_for_other_methods()
    {
        await using var app = await Start(a => a.Use(static (HttpContext context, RequestDelegate next) => context.Request.Method == "PATCH" ? context.Response.WriteAsync("middleware") : next(context)));
        using var response = await Send(app, "PATCH", "/covet");
        Assert.Equal("middleware", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Empty(Allow(response));
    }

    [Fact]
    public async Task A_preflight_reads_the_policy_of_the_endpoint_that_it_asks_for()
    {
        await using var app = await Start();
        using var allowed = await Preflight(app, "/cors", "PUT");
        Assert.Equal("https://example.org", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        using var plain = await Preflight(app, "/plain", "DELETE");
        Assert.False(plain.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.Equal("DELETE, OPTIONS", Allow(plain));
    }

    [Fact]
    public async Task Head_is_answered_without_a_body()
    {
        await using var app = await Start();
        using var response = await Send(app, "HEAD", "/covet/7");
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_routes_are_listed_as_an_aligned_table()
    {
        await using var app = await Start();
        var routes = app.Services.GetRequiredService<CovetRoutes>();
        Assert.Equal(Routes.Length, routes.Count);
        Assert.Equal(
            """
            Method   Template         Handler
            GET      /both            covet 0
            PUT      /cors            covet 3
            POST     /covet           covet 1
            GET      /covet/{id:int}  covet 2
            OPTIONS  /own             covet 5
            PURGE    /own             covet 6
            DELETE   /plain           covet 4

            """,
            routes.ToString(),
            ignoreLineEndingDifferences: true);
        Assert.Same(routes[0].Endpoint, routes[0].Endpoint);
    }

    [Fact]
    public async Task An_application_that_never_maps_its_endpoints_is_told_so()
    {
        using var logs = new CollectedLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(logs);
        CovetHosting.AddServices(builder.Services, new CovetRouter(new Module(), Routes).Table);
        await using var app = builder.Build();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var response = await Send(app, "GET", "/both");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Contains(logs.Entries, entry => entry.Contains("call app.MapCovet()", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> Start(Action<WebApplication>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddCors(options => options.AddPolicy("example", policy => policy.WithOrigins("https://example.org").AllowAnyMethod()));
        CovetHosting.AddServices(builder.Services, new CovetRouter(new Module(), Routes).Table);
        var app = builder.Build();
        app.UseCors();
        configure?.Invoke(app);
        app.MapPost("/both", static () => "mapped");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<HttpResponseMessage> Send(WebApplication app, string method, string path)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<HttpResponseMessage> Preflight(WebApplication app, string path, string method)
    {
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        using var request = new HttpRequestMessage(HttpMethod.Options, path);
        request.Headers.Add("Origin", "https://example.org");
        request.Headers.Add("Access-Control-Request-Method", method);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Allow(HttpResponseMessage response) => string.Join(", ", response.Content.Headers.Allow);

    private sealed class Module : EndpointModule
    {
        public override int Count => Routes.Length;

        public override EndpointDefinition Create(int index) => new(Routes[index].Method, Routes[index].Template, $"covet {index}", context => context.Response.WriteAsync($"covet {index}"))
        {
            Metadata = () => Routes[index].Template == "cors" ? [new EnableCorsAttribute("example")] : [],
        };
    }
}
