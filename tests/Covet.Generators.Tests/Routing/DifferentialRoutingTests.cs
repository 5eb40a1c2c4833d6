using Covet.Generators.Routing.Conflicts;

namespace Covet.Generators.Tests.Routing;

/// <summary>Covet's match against ASP.NET Core's own endpoint routing, over random routes and paths.</summary>
public sealed class DifferentialRoutingTests(ITestOutputHelper output)
{
    private const int Sets = 3000;
    private const int PathsInSet = 30;

    [Fact]
    public void Every_path_gets_the_endpoint_and_the_values_that_AspNetCore_gives_it()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}; COVET_SEED={seed} repeats it");
        var random = new RandomRoutes(seed);
        var matched = 0;
        var ambiguous = 0;
        var foreseen = 0;
        for (var set = 0; set < Sets; set++)
        {
            var routes = random.NextRoutes();
            var covet = new CovetRouter(routes);
            var aspNet = new AspNetRouter(routes);
            IReadOnlyList<RouteConflict>? conflicts = null;
            for (var i = 0; i < PathsInSet; i++)
            {
                var (method, path) = random.NextRequest(routes);
                var expected = aspNet.Route(path, method);
                var actual = covet.Route(path, method);
                matched += actual == RouteOutcome.None ? 0 : 1;
                if (expected.Ambiguous.Count > 0)
                {
                    ambiguous++;
                    Assert.Contains(actual.Endpoint, expected.Ambiguous);
                    conflicts ??= RouteConflictFinder.Find(routes);
                    if (conflicts.Any(c => expected.Ambiguous.Contains($"{c.First}") && expected.Ambiguous.Contains($"{c.Second}")))
                    {
                        foreseen++;
                    }
                    else
                    {
                        output.WriteLine(Printable($"not foreseen: {method} {path}: {string.Join(", ", expected.Ambiguous.Select(n => routes[int.Parse(n)].Template))}"));
                    }

                    continue;
                }

                Assert.True(
                    expected == actual,
                    Printable($"seed {seed}, {method} {path}: ASP.NET Core {expected}, Covet {actual}\n{string.Join('\n', routes.Select((r, n) => $"{n}: {r}"))}"));
            }
        }

        output.WriteLine($"{foreseen} of the ambiguous were found at build");
        output.WriteLine($"{Sets * PathsInSet} requests, {matched} matched, {ambiguous} ambiguous in ASP.NET Core");
        Assert.True(foreseen >= ambiguous * 0.95, $"Only {foreseen} of {ambiguous} ambiguities are found at build.");
        Assert.True(matched > Sets * PathsInSet / 4, "Too few of the random paths match anything.");
    }

    /// <summary>Characters that look alike are told apart by their numbers.</summary>
    private static string Printable(string text) => string.Concat(text.Select(c => c is '\n' or (>= ' ' and <= '~') ? $"{c}" : $"\\u{(int)c:X4}"));
}
