using Conduit.Stores.Embedded;
using Covet.Conduit.Tests.Support;

namespace Covet.Conduit.Tests.Stores;

public sealed class EmbeddedStoreTests : StoreTests
{
    private readonly TestFolder folder = new();

    public override async ValueTask InitializeAsync()
    {
        Store = new EmbeddedStore(folder.FullName);
        await Store.StartAsync(Token);
    }

    public override async ValueTask DisposeAsync()
    {
        await ((EmbeddedStore)Store).DisposeAsync();
        folder.Dispose();
    }
}
