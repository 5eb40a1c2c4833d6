using Conduit.Stores.Embedded;
using Conduit.Stores.Postgres;

namespace Conduit.Stores;

internal static class StoreServices
{
    /// <summary>Adds the store that the setting <c>Store</c> names: <c>embedded</c> (the default) or <c>postgres</c>.</summary>
    public static void AddConduitStore(this IServiceCollection services, IConfiguration configuration)
    {
        switch (configuration["Store"])
        {
            case null or "" or "embedded":
                services.AddSingleton<IConduitStore>(_ => new EmbeddedStore(configuration["Embedded:Path"] ?? "data"));
                break;
            case "postgres":
                var connection = configuration["Postgres:Connection"]
                    ?? throw new InvalidOperationException("Postgres:Connection is not set, e.g. Host=localhost;Username=conduit;Database=conduit.");
                services.AddSingleton<IConduitStore>(_ => new PostgresStore(PostgresOptions.For(connection)));
                break;
            case var other:
                throw new InvalidOperationException($"Store is '{other}'; it can be 'embedded' or 'postgres'.");
        }

        services.AddSingleton<StoreStartup>();
        services.AddHostedService(static provider => provider.GetRequiredService<StoreStartup>());
    }
}
