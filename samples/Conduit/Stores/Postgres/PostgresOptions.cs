namespace Conduit.Stores.Postgres;

/// <summary>How to reach PostgreSQL.</summary>
/// <param name="ConnectionString">As Npgsql reads it; pooling and preparation are on unless it says otherwise.</param>
/// <param name="Attempts">How often a statement is tried when the server cannot be reached, 1 or more.</param>
/// <param name="FirstDelay">The pause after the first failure; it doubles with each.</param>
internal sealed record PostgresOptions(string ConnectionString, int Attempts, TimeSpan FirstDelay)
{
    public static PostgresOptions For(string connectionString) => new(connectionString, 3, TimeSpan.FromMilliseconds(50));
}
