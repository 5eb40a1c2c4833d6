namespace Covet.Generators.Tests.Handlers;

/// <summary>What stands in the file of an endpoint, for the reader who steps into it.</summary>
public sealed class EndpointEmissionTests
{
    [Fact]
    public void Each_source_binds_in_a_line_or_two_and_results_are_written_without_ExecuteAsync()
    {
        var run = GeneratorTestHelper.Verify(
            """
            using Covet;
            namespace Shop;
            public enum Size { Small, Large }
            public sealed record Order(int Id, [property: Required] string Name);
            public sealed class Page { [Range(1, 50)] public int Limit { get; set; } = 10; public string? After { get; init; } }
            [Handler("/shops/{shop}/orders")]
            public sealed class OrderHandler(TimeProvider clock)
            {
                [Put("{id:int}")]
                public async Task<Results<Ok<Order>, CreatedAtRoute<Order>, NotFound, Conflict<ProblemDetails>>> Put(
                    string shop, int id, Size[] size, [FromQuery(Name = "dry-run")] bool? dryRun, [FromHeader(Name = "If-Match")] string etag, [AsParameters] Page page, Order order, ILogger<OrderHandler> log, CancellationToken cancellation)
                {
                    await Task.Yield();
                    log.LogInformation("{Shop} {Now}", shop, clock.GetUtcNow());
                    return TypedResults.NotFound();
                }

                [Post("import")]
                public IAsyncEnumerable<Order> Import(IAsyncEnumerable<Order> orders) => orders;

                [Post("{id:int}/invoice")]
                public string? Upload(int id, IFormFile invoice, [FromForm] string? note, [FromCookie] string theme = "light") => note;
            }
            """,
            files: name => name.StartsWith("Endpoint.", StringComparison.Ordinal));

        // Only where the union holds a type that Covet does not know may a result write itself.
        Assert.DoesNotContain("ExecuteAsync", run.File("OrderHandler.Put"), StringComparison.Ordinal);
        Assert.Contains("default:\n                return global::Covet.Internal.ResultWriter.ResultAsync(context, result.Result);", run.File("OrderHandler.Put"), StringComparison.Ordinal);
    }
}
