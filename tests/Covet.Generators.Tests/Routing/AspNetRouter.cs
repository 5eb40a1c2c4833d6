using System.Diagnostics;
using Covet.Generators.Model;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Generators.Tests.Routing;

/// <summary>ASP.NET Core's endpoint routing over the same routes: the judge of what Covet does.</summary>
internal sealed class AspNetRouter
{
    private static readonly IServiceProvider Services = new ServiceCollection()
        .AddLogging()
        .AddRouting()
        .AddMetrics()
        .AddSingleton(new DiagnosticListener("Covet.Tests"))
        .AddSingleton<DiagnosticSource>(s => s.GetRequiredService<DiagnosticListener>())
        .BuildServiceProvider();

    private readonly RequestDelegate pipeline;

    public AspNetRouter(params RouteSpec[] routes)
    {
        var app = new ApplicationBuilder(Services);
        app.UseRouting();
        app.Use(static (RequestDelegate _) => static _ => Task.CompletedTask);
        app.UseEndpoints(endpoints => endpoints.DataSources.Add(new DefaultEndpointDataSource(routes.Select(CreateEndpoint))));
        pipeline = app.Build();
    }

    public RouteOutcome Route(string path, string method = "GET")
    {
        var context = new DefaultHttpContext { RequestServices = Services };
        context.Request.Method = method;
        context.Request.Path = path;
        try
        {
            pipeline(context).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception.GetType().Name == "AmbiguousMatchException")
        {
            var names = exception.Message.Split('\n').Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0);
            return new RouteOutcome("ambiguous", "") { Ambiguous = [.. names] };
        }

        return context.GetEndpoint() is { DisplayName: { } name } && !name.StartsWith("405", StringComparison.Ordinal)
            ? RouteOutcome.Of(name, context.Request.RouteValues)
            : RouteOutcome.None;
    }

    private static RouteEndpoint CreateEndpoint(RouteSpec route, int index)
    {
        var metadata = route.Method == "*" ? new EndpointMetadataCollection() : new EndpointMetadataCollection(new HttpMethodMetadata([route.Method]));
        return new RouteEndpoint(static _ => Task.CompletedTask, RoutePatternFactory.Parse(route.Template), route.Order, metadata, $"{index}");
    }
}
