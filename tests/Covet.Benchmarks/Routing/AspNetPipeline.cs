using System.Diagnostics;
using Covet.Generators.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Benchmarks.Routing;

/// <summary>ASP.NET Core's endpoint routing over the same routes: the middleware, and the matcher inside of it.</summary>
internal static class AspNetPipeline
{
    public static IServiceProvider Services { get; } = new ServiceCollection()
        .AddLogging()
        .AddRouting()
        .AddMetrics()
        .AddSingleton(new DiagnosticListener("Covet.Benchmarks"))
        .AddSingleton<DiagnosticSource>(static services => services.GetRequiredService<DiagnosticListener>())
        .BuildServiceProvider();

    public static RequestDelegate Create(RouteSpec[] routes)
    {
        var app = new ApplicationBuilder(Services);
        app.UseRouting();
        app.Use(static (RequestDelegate _) => static _ => Task.CompletedTask);
        app.UseEndpoints(endpoints => endpoints.DataSources.Add(Source(routes)));
        return app.Build();
    }

    /// <summary>The matcher without the middleware's logs, metrics and diagnostics. It is not public.</summary>
    public static RequestDelegate CreateMatcher(RouteSpec[] routes)
    {
        var type = typeof(EndpointDataSource).Assembly.GetType("Microsoft.AspNetCore.Routing.Matching.MatcherFactory", throwOnError: true)!;
        var matcher = type.GetMethod("CreateMatcher")!.Invoke(Services.GetRequiredService(type), [Source(routes)])!;
        return matcher.GetType().GetMethod("MatchAsync")!.CreateDelegate<RequestDelegate>(matcher);
    }

    private static DefaultEndpointDataSource Source(RouteSpec[] routes) => new(routes.Select(static route =>
        new RouteEndpoint(static _ => Task.CompletedTask, RoutePatternFactory.Parse(route.Template), 0, new EndpointMetadataCollection(new HttpMethodMetadata([route.Method])), route.Template)));
}
