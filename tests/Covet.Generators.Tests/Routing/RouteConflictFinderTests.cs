using System.Diagnostics;
using System.Globalization;
using Covet.Generators.Model;
using Covet.Generators.Routing.Conflicts;

namespace Covet.Generators.Tests.Routing;

public sealed class RouteConflictFinderTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("a", "A", "Duplicate")]
    [InlineData("a/{x}", "a/{y}", "Duplicate")]
    [InlineData("a/{x:int}", "a/{y:int}", "Duplicate")]
    [InlineData("a/{x:int}", "a/{y:min(5)}", "Ambiguous")]
    [InlineData("a/{x:int}", "a/{y:long}", "Ambiguous")]
    [InlineData("{x}.{y}", "{x}-{y}", "Ambiguous")]
    [InlineData("a{x}", "{y}b", "Ambiguous")]
    [InlineData("{x:regex(^(draft|final)$)}", "{y:alpha}", "Ambiguous")]
    [InlineData("{x:length(36)}", "{y:guid}", "Ambiguous")]
    [InlineData("{x:range(10,20)}", "{y:range(20,30)}", "Ambiguous")]
    [InlineData("a/{x:int?}", "a/{y:guid?}", "Ambiguous")]
    [InlineData("a/{*x}", "a/{**y}", "Duplicate")]
    public void Routes_that_one_path_matches_alike_conflict(string first, string second, string kind)
    {
        var conflict = Assert.Single(RouteConflictFinder.Find([new("GET", first), new("GET", second)]));
        Assert.Equal(kind, conflict.Kind.ToString());

        // The judge agrees: on that path ASP.NET Core cannot decide.
        var judged = new AspNetRouter(new RouteSpec("GET", first), new RouteSpec("GET", second)).Route(conflict.Path);
        Assert.Equal(2, judged.Ambiguous.Count);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "{x}")]
    [InlineData("{x:int}", "{x}")]
    [InlineData("{x:int}", "{y:alpha}")]
    [InlineData("{x:int}", "{y:guid}")]
    [InlineData("{x:range(1,9)}", "{y:range(10,20)}")]
    [InlineData("{x:maxlength(3)}", "{y:minlength(4)}")]
    [InlineData("a{x}", "b{y}")]
    [InlineData("a/{x}", "a/{x}/b")]
    [InlineData("a/{*x}", "a/{x}")]
    [InlineData("{x:file}", "{y:nonfile}")]
    [InlineData("{x:bool}", "{y:int}")]
    public void Routes_that_a_path_can_tell_apart_do_not(string first, string second) =>
        Assert.Empty(RouteConflictFinder.Find([new("GET", first), new("GET", second)]));

    [Fact]
    public void Methods_and_orders_keep_routes_apart()
    {
        Assert.Empty(RouteConflictFinder.Find([new("GET", "a"), new("POST", "a"), new("*", "a"), new("HEAD", "a")]));
        Assert.Empty(RouteConflictFinder.Find([new("GET", "{x:int}"), new("GET", "{y:min(5)}") { Order = -1 }]));
        Assert.Single(RouteConflictFinder.Find([new("get", "a"), new("GET", "a")]));
    }

    [Theory]
    [InlineData("{*all}", "a/{x:int}")]
    [InlineData("{x}", "a")]
    [InlineData("a/{x?}", "a")]
    [InlineData("a/{x:int}", "a/{y:int:min(3)}")]
    [InlineData("{a}/{*rest}", "x/{y}/{z}")]
    public void A_route_behind_a_wider_one_of_lower_order_is_never_reached(string wide, string narrow)
    {
        var conflict = Assert.Single(RouteConflictFinder.Find([new("GET", narrow), new("GET", wide) { Order = -1 }]));
        Assert.Equal(new RouteConflict(RouteConflictKind.Unreachable, 1, 0, ""), conflict);
    }

    [Theory]
    [InlineData("{x}", "{*all}")]
    [InlineData("a/{x}", "a")]
    [InlineData("{x:int}", "{y}")]
    [InlineData("a/{x:int=5}", "a/{y}")]
    public void A_route_that_a_narrower_one_comes_before_is_reached(string narrow, string wide) =>
        Assert.Empty(RouteConflictFinder.Find([new("GET", narrow) { Order = -1 }, new("GET", wide)]));

    [Fact]
    public void A_constraint_that_always_holds_hides_the_plain_parameter()
    {
        var conflict = Assert.Single(RouteConflictFinder.Find([new("GET", "a/{x}"), new("GET", "a/{y:minlength(1)}")]));
        Assert.Equal(new RouteConflict(RouteConflictKind.Unreachable, 1, 0, ""), conflict);
        Assert.Equal("GET /a/{x} is never reached, as GET /a/{y:minlength(1)} comes first and matches every path of it", conflict.Describe([new("GET", "a/{x}"), new("GET", "a/{y:minlength(1)}")]));
    }

    [Fact]
    public void What_is_reported_is_true_of_random_routes()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new RandomRoutes(seed);
        var proved = 0;
        for (var set = 0; set < 400; set++)
        {
            var routes = random.NextRoutes();
            foreach (var conflict in RouteConflictFinder.Find(routes).Where(c => c.Kind != RouteConflictKind.Unreachable))
            {
                proved++;
                var judged = new AspNetRouter(routes[conflict.First], routes[conflict.Second]).Route(conflict.Path, routes[conflict.First].Method);
                Assert.True(judged.Ambiguous.Count == 2, $"seed {seed}: {conflict.Describe(routes)}, but ASP.NET Core says {judged}");
            }

            foreach (var conflict in RouteConflictFinder.Find(routes).Where(c => c.Kind == RouteConflictKind.Unreachable))
            {
                var router = new AspNetRouter(routes[conflict.First], routes[conflict.Second]);
                for (var i = 0; i < 20; i++)
                {
                    var (method, path) = random.NextRequest([routes[conflict.Second]]);
                    Assert.True(router.Route(path, method).Endpoint != "1", $"seed {seed}: {conflict.Describe(routes)}, but {path} reaches it");
                }
            }
        }

        output.WriteLine($"{proved} conflicts proved");
        Assert.True(proved > 20);
    }

    [Fact]
    public void Ten_thousand_routes_are_searched_in_a_moment()
    {
        var routes = Enumerable.Range(0, 10_000).Select(i => new RouteSpec(i % 2 == 0 ? "GET" : "POST", $"api/resource{i % 1000}/{{id:int}}/sub{i / 1000}/{{name}}")).ToList();
        routes.Add(new RouteSpec("GET", "API/resource998/{number:min(7)}/SUB4/{x}"));
        var watch = Stopwatch.StartNew();
        var conflict = Assert.Single(RouteConflictFinder.Find(routes, TestContext.Current.CancellationToken));
        output.WriteLine($"{watch.ElapsedMilliseconds} ms");
        Assert.Equal((4998, 10_000), (conflict.First, conflict.Second));
    }
}
