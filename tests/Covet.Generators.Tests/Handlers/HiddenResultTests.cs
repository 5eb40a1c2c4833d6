using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Generators.Tests.Handlers;

/// <summary>
/// Values behind a bare <c>IResult</c>, with what System.Text.Json knows in a native binary: the generated code and no reflection.
/// </summary>
public sealed class HiddenResultTests
{
    private const string Source = """
        using Covet;
        public sealed record Point(int X, int Y);
        [Handler]
        public static class H
        {
            private static readonly List<Point> Points = [new(1, 2), new(3, 4), new(5, 6)];
            [Get("where")] public static IResult Where() => Results.Ok(Points.Where(point => point.X > 1));
            [Get("select")] public static IResult Select() => Results.Ok(Points.Select(point => point.X + point.Y));
            [Get("order")] public static IResult Order() => TypedResults.Ok(Points.OrderByDescending(point => point.X).AsEnumerable());
            [Get("yield")] public static IResult Yield() => Results.Ok(Some());
            [Get("list")] public static IResult List() => Results.Ok<IReadOnlyList<Point>>(Points);
            [Get("map")] public static IResult Map() => Results.Ok<IReadOnlyDictionary<string, Point>>(Points.ToDictionary(point => $"p{point.X}"));
            [Get("later")] public static async Task<IResult> Later() { await Task.Yield(); return Results.Ok(Points.Skip(2)); }
            [Get("group")] public static IResult Group() => Results.Ok(Points.GroupBy(point => point.X % 2).Select(group => group.ToList()));
            private static IEnumerable<Point> Some() { yield return new(7, 8); }
        }
        """;

    [Theory]
    [InlineData("where", """[{"x":3,"y":4},{"x":5,"y":6}]""")]
    [InlineData("select", "[3,7,11]")]
    [InlineData("order", """[{"x":5,"y":6},{"x":3,"y":4},{"x":1,"y":2}]""")]
    [InlineData("yield", """[{"x":7,"y":8}]""")]
    [InlineData("later", """[{"x":5,"y":6}]""")]
    [InlineData("group", """[[{"x":1,"y":2},{"x":3,"y":4},{"x":5,"y":6}]]""")]
    public async Task A_sequence_that_is_made_as_it_is_read_is_written(string path, string body)
    {
        await using var app = await GeneratedApp.StartAsync(Source, services: static builder => builder.Services.ConfigureHttpJsonOptions(static options =>
        {
            options.SerializerOptions.TypeInfoResolverChain.Clear();
            options.SerializerOptions.TypeInfoResolverChain.Add(Resolver());
        }));
        using var response = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Empty(app.Logs.Entries);
        Assert.Equal(body, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    // What hosting adds where System.Text.Json has no reflection.
    private static IJsonTypeInfoResolver Resolver() =>
        (IJsonTypeInfoResolver)typeof(Covet.Internal.JsonCodecs).Assembly.GetType("Covet.Internal.JsonCodecResolver")!.GetField("Instance")!.GetValue(null)!;
}
