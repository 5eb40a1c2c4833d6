namespace Covet.Generators.Tests.Emission;

/// <summary>How results are written, as it stands in the file of an endpoint.</summary>
public sealed class ResultEmissionTests
{
    [Fact]
    public void Each_kind_of_result_has_its_writer() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace Shop;
        public sealed record Item(int Id);
        [Handler("/results")]
        public static class ResultHandler
        {
            [Get("1")] public static Item? Json() => null;
            [Get("2")] public static async ValueTask<string> Text() { await Task.Yield(); return "text"; }
            [Get("3")] public static IAsyncEnumerable<Item>? Items() => null;
            [Get("4")] public static IResult Any() => TypedResults.Ok();
            [Delete("5")] public static Task Nothing() => Task.CompletedTask;
            [Post("6")] public static CreatedAtRoute<Item> Created() => TypedResults.CreatedAtRoute(new Item(1), "x");
        }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));
}
