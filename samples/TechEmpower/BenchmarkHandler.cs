namespace TechEmpower;

/// <summary>The tests of the TechEmpower Framework Benchmarks.</summary>
[Handler]
internal sealed class BenchmarkHandler(Database database, WorldCache cache)
{
    /// <summary>Plaintext.</summary>
    [Get("plaintext")]
    public static string Plaintext() => "Hello, World!";

    /// <summary>JSON serialization.</summary>
    [Get("json")]
    public static HelloMessage Json() => new("Hello, World!");

    /// <summary>Single query.</summary>
    [Get("db")]
    public Task<World> Db(CancellationToken cancellationToken) => database.ReadAsync(cancellationToken);

    /// <summary>Multiple queries.</summary>
    /// <param name="queries">1 to 500; anything else is brought into that range.</param>
    /// <param name="cancellationToken">The end of the request.</param>
    [Get("queries")]
    public Task<World[]> Queries(string? queries, CancellationToken cancellationToken) => database.ReadAsync(Count.Parse(queries), cancellationToken);

    /// <summary>Fortunes.</summary>
    [Get("fortunes")]
    public async Task<ContentHttpResult> Fortunes(CancellationToken cancellationToken)
    {
        var fortunes = await database.ReadFortunesAsync(cancellationToken);
        fortunes.Add(new Fortune(0, "Additional fortune added at request time."));
        return TypedResults.Content(FortunePage.Render(fortunes), "text/html; charset=utf-8");
    }

    /// <summary>Data updates.</summary>
    /// <param name="queries">1 to 500; anything else is brought into that range.</param>
    /// <param name="cancellationToken">The end of the request.</param>
    [Get("updates")]
    public Task<World[]> Updates(string? queries, CancellationToken cancellationToken) => database.UpdateAsync(Count.Parse(queries), cancellationToken);

    /// <summary>Cached queries.</summary>
    /// <param name="count">1 to 500; anything else is brought into that range.</param>
    /// <param name="cancellationToken">The end of the request.</param>
    [Get("cached-queries")]
    public ValueTask<World[]> CachedQueries(string? count, CancellationToken cancellationToken) => cache.ReadAsync(Count.Parse(count), cancellationToken);
}
