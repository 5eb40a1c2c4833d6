using System.Diagnostics;
using Covet.Generators.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Benchmarks.Routing;

/// <summary>ASP.NET Core's endpoint routing middleware over the same routes.</summary>
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
        app.UseEndpoints(endpoints => endpoints.DataSources.Add(new DefaultEndpointDataSource(routes.Select(static route =>
            new RouteEndpoint(static _ => Task.CompletedTask, RoutePatternFactory.Parse(route.Template), 0, new EndpointMetadataCollection(new HttpMethodMetadata([route.Method])), route.Template)))));
        return app.Build();
    }
}
