using BenchmarkDotNet.Attributes;
using Covet.Internal;
using Covet.Routing;
using Microsoft.AspNetCore.Http;

namespace Covet.Benchmarks.Routing;

/// <summary>
/// A route match at 10 to 10,000 routes against ASP.NET Core's endpoint routing, both in memory through the real
/// middleware; and the match alone. The middleware's one allocation is the <see cref="RouteMatch"/> that carries the values.
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
        context = new DefaultHttpContext { RequestServices = AspNetPipeline.Services };
        context.Request.Method = "GET";
        foreach (var path in paths)
        {
            if (!Route(aspNetCore, path) || !Route(covet, path))
            {
                throw new InvalidOperationException($"{path} matches no route.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Requests)]
    public bool AspNetCore() => RouteAll(aspNetCore);

    [Benchmark(OperationsPerInvoke = Requests)]
    public bool Covet() => RouteAll(covet);

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
