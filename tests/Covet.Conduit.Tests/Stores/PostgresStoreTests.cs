using Conduit.Stores.Postgres;
using Covet.Conduit.Tests.Support;

namespace Covet.Conduit.Tests.Stores;

public sealed class PostgresStoreTests : StoreTests
{
    private string connection = "";

    public override async ValueTask InitializeAsync()
    {
        connection = PostgresServer.Shared.CreateDatabase("Maximum Pool Size=8");
        Store = new PostgresStore(PostgresOptions.For(connection));
        await Store.StartAsync(Token);
    }

    public override ValueTask DisposeAsync() => ((PostgresStore)Store).DisposeAsync();

    [Fact]
    public async Task Instances_that_start_together_bring_the_schema_up_once()
    {
        var empty = PostgresServer.Shared.CreateDatabase("Maximum Pool Size=2");
        PostgresStore[] stores = [.. Enumerable.Range(0, 6).Select(_ => new PostgresStore(PostgresOptions.For(empty)))];

        await Task.WhenAll(stores.Select(store => store.StartAsync(Token)));

        foreach (var store in stores)
        {
            Assert.Empty(await store.ListTagsAsync(Token));
            await store.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_second_start_keeps_the_data()
    {
        var ada = await AddUserAsync("ada");
        await using var second = new PostgresStore(PostgresOptions.For(connection));

        await second.StartAsync(Token);

        Assert.Equal(ada, await second.FindUserByNameAsync("ada", Token));
    }
}
