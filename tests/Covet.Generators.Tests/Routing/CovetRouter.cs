using Covet.Generators.Model;
using Covet.Generators.Routing;
using Covet.Internal;
using Covet.Routing;
using Microsoft.AspNetCore.Http;

namespace Covet.Generators.Tests.Routing;

/// <summary>Covet's routing middleware over a table that was just built.</summary>
internal sealed class CovetRouter
{
    private readonly CovetRoutingMiddleware middleware;

    public CovetRouter(params RouteSpec[] routes)
        : this(new RouteModule(routes), routes)
    {
    }

    public CovetRouter(EndpointModule module, params RouteSpec[] routes)
    {
        Table = new ArrayRouteTable(RouteTableBuilder.Build(routes.Select((route, index) => new RouteTableEntry(route, 0, index))), module);
        middleware = new CovetRoutingMiddleware(static _ => Task.CompletedTask, Table);
    }

    public CovetRouteTable Table { get; }

    /// <summary>A router of GET routes.</summary>
    public static CovetRouter Gets(params string[] templates) => new([.. templates.Select(t => new RouteSpec("GET", t))]);

    public RouteOutcome Route(string path, string method = "GET")
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        return Route(context);
    }

    public RouteOutcome Route(HttpContext context)
    {
        Run(context);
        return context.GetEndpoint() is { } endpoint ? RouteOutcome.Of(endpoint.DisplayName!, context.Request.RouteValues) : RouteOutcome.None;
    }

    public void Run(HttpContext context) => _ = middleware.InvokeAsync(context);
}
