using BenchmarkDotNet.Attributes;
using Covet.Internal;
using Covet.Routing;
using Microsoft.AspNetCore.Http;

namespace Covet.Benchmarks.Routing;

/// <summary>
/// A route match at 10 to 10,000 routes against ASP.NET Core's endpoint routing, in memory: the real middleware of both, and
/// the match inside of it. Three differences between the sides are figures of their own. ASP.NET Core's matcher needs a
/// context, whose making ready is <see cref="ContextAlone"/>; it makes a string of each value, which Covet does where
/// somebody asks for one (<see cref="CovetMatchWithStrings"/>), as a generated endpoint reads its parameters where they lie
/// in the path. The middleware's one allocation is the <see cref="RouteMatch"/> that carries the values.
/// </summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 7)]
public class RouteMatchBenchmarks
{
    private const int Requests = 100;

    private readonly RouteRange[] captures = new RouteRange[8];
    private PathString[] paths = [];
    private string[] texts = [];
    private RequestDelegate aspNetCore = null!;
    private RequestDelegate aspNetCoreMatcher = null!;
    private RequestDelegate covet = null!;
    private CovetRouteTable table = null!;
    private DefaultHttpContext context = null!;

    [Params(10, 100, 1_000, 10_000)]
    public int Routes { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var routes = RouteSets.Routes(Routes);
        texts = RouteSets.Paths(Routes, Requests);
        paths = [.. texts.Select(static path => new PathString(path))];
        table = TableOverArrays.Create(routes);
        covet = new CovetRoutingMiddleware(static _ => Task.CompletedTask, table).InvokeAsync;
        aspNetCore = AspNetPipeline.Create(routes);
        aspNetCoreMatcher = AspNetPipeline.CreateMatcher(routes);
        context = new DefaultHttpContext { RequestServices = AspNetPipeline.Services };
        context.Request.Method = "GET";
        foreach (var path in paths)
        {
            if (!Route(aspNetCore, path) || !Route(aspNetCoreMatcher, path) || !Route(covet, path))
            {
                throw new InvalidOperationException($"{path} matches no route.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public bool AspNetCore() => RouteAll(aspNetCore);

    [Benchmark(OperationsPerInvoke = Requests)]
    public bool AspNetCoreMatch() => RouteAll(aspNetCoreMatcher);

    /// <summary>What the figures through a context have in them that is no routing.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public bool ContextAlone() => RouteAll(static _ => Task.CompletedTask);

    [Benchmark(OperationsPerInvoke = Requests)]
    public bool Covet() => RouteAll(covet);

    /// <summary>The same work as ASP.NET Core's matcher: the endpoint, and a string of each value.</summary>
    [Benchmark(OperationsPerInvoke = Requests)]
    public int CovetMatchWithStrings()
    {
        var sum = 0;
        foreach (var text in texts)
        {
            table.TryMatch(text, "GET", captures, out var hit);
            _ = table.GetEndpoint(hit);
            var count = table.GetParameterCount(hit);
            for (var i = 0; i < count; i++)
            {
                sum += text.Substring(captures[i].Start, captures[i].Length).Length;
            }
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Requests)]
    public int CovetMatchAlone()
    {
        var sum = 0;
        foreach (var text in texts)
        {
            table.TryMatch(text, "GET", captures, out var hit);
            sum += hit.Endpoint;
        }

        return sum;
    }

    private bool RouteAll(RequestDelegate pipeline)
    {
        var found = true;
        foreach (var path in paths)
        {
            found &= Route(pipeline, path);
        }

        return found;
    }

    private bool Route(RequestDelegate pipeline, PathString path)
    {
        context.SetEndpoint(null);
        context.Request.Path = path;
        _ = pipeline(context);
        return context.GetEndpoint() is not null;
    }
}
