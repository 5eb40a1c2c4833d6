using Conduit.Domain;
using Conduit.Stores;
using Conduit.Stores.Postgres;
using Covet.Conduit.Tests.Support;

namespace Covet.Conduit.Tests.Stores;

public sealed class PostgresFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_stopped_server_is_told_as_unavailable_and_a_started_one_is_used_again_without_a_restart_of_ours()
    {
        using var server = new PostgresServer();
        await using var store = new PostgresStore(PostgresOptions.For(server.CreateDatabase("Timeout=2")));
        await store.StartAsync(Token);
        var ada = await store.AddUserAsync(new NewUser("ada", "ada@example.org", "h"), Token);

        server.Stop();
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.PingAsync(Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.FindUserAsync(ada.Id, Token));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.AddUserAsync(new NewUser("bob", "bob@example.org", "h"), Token));

        server.Start();
        Assert.Equal(ada, await store.FindUserAsync(ada.Id, Token));
        Assert.Null(await store.FindUserByNameAsync("bob", Token));
        await store.AddUserAsync(new NewUser("bob", "bob@example.org", "h"), Token);
    }

    [Fact]
    public async Task Connections_that_a_restart_has_broken_are_replaced_without_an_error_for_any_reader()
    {
        using var server = new PostgresServer();
        await using var store = new PostgresStore(PostgresOptions.For(server.CreateDatabase("Maximum Pool Size=4")));
        await store.StartAsync(Token);
        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.ListTagsAsync(Token)));

        server.Stop();
        server.Start();

        await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => store.ListTagsAsync(Token)));
    }

    [Fact]
    public async Task A_server_that_was_never_there_is_told_as_unavailable()
    {
        await using var store = new PostgresStore(new PostgresOptions("Host=127.0.0.1;Port=1;Username=x;Timeout=1", 2, TimeSpan.FromMilliseconds(1)));

        await Assert.ThrowsAsync<StoreUnavailableException>(() => store.StartAsync(Token));
    }
}
