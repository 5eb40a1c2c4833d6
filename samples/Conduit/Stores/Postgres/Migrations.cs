using Npgsql;

namespace Conduit.Stores.Postgres;

/// <summary>Brings the schema up to date: every script that has not run, in the order of its number, each in a transaction.</summary>
internal static class Migrations
{
    // Instances that start together wait for each other here. The number is any, but always the same.
    private const long LockNumber = 8_072_031_455;

    private static readonly string[] Scripts = ["001-tables.sql"];

    public static async Task RunAsync(NpgsqlDataSource source, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        for (var number = 1; number <= Scripts.Length; number++)
        {
            await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
            await ExecuteAsync(connection, $"select pg_advisory_xact_lock({LockNumber})", cancellationToken);
            await ExecuteAsync(connection, "create table if not exists schema_version (number int primary key, ran_at timestamptz not null default now())", cancellationToken);
            await using var insert = new NpgsqlCommand("insert into schema_version (number) values ($1) on conflict do nothing", connection);
            insert.Parameters.Add(new NpgsqlParameter<int> { TypedValue = number });
            if (await insert.ExecuteNonQueryAsync(cancellationToken) == 1)
            {
                await ExecuteAsync(connection, await ReadAsync(Scripts[number - 1], cancellationToken), cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        // The text is this program's own, never a user's.
#pragma warning disable CA2100
        await using var command = new NpgsqlCommand(text, connection);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<string> ReadAsync(string name, CancellationToken cancellationToken)
    {
        var stream = typeof(Migrations).Assembly.GetManifestResourceStream("Conduit.Migrations." + name)
            ?? throw new InvalidOperationException($"The program has no script {name}.");
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
