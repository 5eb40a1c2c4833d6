using System.Diagnostics;
using Covet.Generators.Model;
using Covet.Generators.Routing;
using Covet.Routing;
using Microsoft.AspNetCore.Http;

namespace Covet.Generators.Tests.Routing;

public sealed class RouteTableEmitterTests(ITestOutputHelper output)
{
    private static readonly string[] Hostile =
        ["quote\"s", "back\\slash", "new\nline", "tab\t", "{{brace}}", "*/ comment", "x /* y", "\u2028", "\u0085", "\0nul", "lone\uD800surrogate", "\uD83D\uDE00", "class", "@at", "$\"{x}\"", "\u0001", "日本", "#line 5", "a;b"];

    [Fact]
    public void Emitted_tables_find_what_the_data_says()
    {
        var routes = new[]
        {
            new RouteSpec("GET", "todos"),
            new RouteSpec("POST", "todos"),
            new RouteSpec("GET", "todos/{id:int}"),
            new RouteSpec("GET", "files/{name}.{ext?}"),
            new RouteSpec("PURGE", "cache/{*key}"),
        };
        var table = CompiledTable.Create(routes);

        Assert.Equal("1", Route(table, "POST", "/TODOS").Endpoint);
        Assert.Equal("2 {id='7'}", Route(table, "GET", "/todos/7").ToString());
        Assert.Equal("3 {ext='gz', name='a.tar'}", Route(table, "GET", "/files/a.tar.gz").ToString());
        Assert.Equal("4 {key='a/b'}", Route(table, "purge", "/cache/a/b").ToString());
        Assert.Equal(RouteOutcome.None, Route(table, "GET", "/todos/x"));
    }

    [Fact]
    public void A_table_is_numbers_and_a_text_with_its_routes_beside_it() => Snapshot.Verify(
        [new("RouteTable.cs", CompiledTable.Emit([new("GET", "todos"), new("POST", "todos"), new("GET", "todos/{id:int}"), new("GET", "quote\"s/new\nline/*/ comment/{**rest}")]).Table)],
        nameof(RouteTableEmitterTests),
        nameof(A_table_is_numbers_and_a_text_with_its_routes_beside_it));

    [Fact]
    public void Hostile_text_in_routes_compiles_and_matches_itself()
    {
        var routes = Hostile.Select(text => new RouteSpec("GET", text))
            .Concat(Hostile.Select((text, i) => new RouteSpec("GET", $"r{i}/{{p=" + text.Replace("{{brace}}", "b", StringComparison.Ordinal).Replace("{x}", "x", StringComparison.Ordinal) + "}")))
            .Concat(Hostile.Select((_, i) => new RouteSpec("GET", $"x{i}/{{p:regex(^\\d\"\\n{{{{2}}}}$)}}")))
            .ToArray();
        Assert.All(routes, route => Assert.NotNull(RoutePatternParser.Parse(route.Template).Pattern));
        var table = CompiledTable.Create(routes);
        for (var i = 0; i < Hostile.Length; i++)
        {
            Assert.Equal($"{i}", Route(table, "GET", "/" + Hostile[i].Replace("{{", "{", StringComparison.Ordinal).Replace("}}", "}", StringComparison.Ordinal)).Endpoint);
            Assert.Equal($"{Hostile.Length + i}", Route(table, "GET", $"/r{i}").Endpoint);
        }

        Assert.Equal("{p='quote\"s'}", Route(table, "GET", "/r0").ToString()[3..]);
    }

    [Fact]
    public void The_same_routes_give_the_same_source()
    {
        var routes = Enumerable.Range(0, 200).Select(i => new RouteSpec("GET", $"a{i % 17}/{{p{i % 3}:int}}/b{i}")).ToList();
        Assert.Equal(CompiledTable.Emit(routes).Table, CompiledTable.Emit(routes).Table);
    }

    [Fact]
    public void Ten_thousand_routes_are_emitted_and_compile()
    {
        var routes = Enumerable.Range(0, 10_000).Select(i => new RouteSpec("GET", $"api/v{i % 7}/resource{i % 1000}/{{id:int}}/sub{i / 1000}/{{name}}")).ToArray();
        var watch = Stopwatch.StartNew();
        var emitted = CompiledTable.Emit(routes);
        output.WriteLine($"emitted {emitted.Table.Length / 1000} kB in {watch.ElapsedMilliseconds} ms");
        watch.Restart();
        var table = CompiledTable.Create(routes, moduleSource: """
            namespace App;
            internal sealed class Endpoints : Covet.Internal.EndpointModule
            {
                public override int Count => 10000;
                public override Covet.Internal.EndpointDefinition Create(int index) => new("GET", "", index.ToString(), static _ => System.Threading.Tasks.Task.CompletedTask);
            }
            """);
        output.WriteLine($"compiled and loaded in {watch.ElapsedMilliseconds} ms");

        // 9999 is v3, resource999, sub9.
        Assert.Equal("9999 {id='42', name='x'}", Route(table, "GET", "/api/v3/resource999/42/sub9/x").ToString());
        Assert.Equal(RouteOutcome.None, Route(table, "GET", "/api/v3/resource1000/42/sub9/x"));
    }

    private static RouteOutcome Route(Internal.CovetRouteTable table, string method, string path)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        context.Request.Path = path;
        _ = new CovetRoutingMiddleware(static _ => Task.CompletedTask, table).InvokeAsync(context);
        return context.GetEndpoint() is { } endpoint ? RouteOutcome.Of(endpoint.DisplayName!, context.Request.RouteValues) : RouteOutcome.None;
    }
}
