using Npgsql;

namespace TechEmpower;

/// <summary>The statements of the benchmark. Every row is read by a statement of its own; statements of one request share a round trip.</summary>
internal sealed class Database : IAsyncDisposable
{
    private const int Rows = 10_000;

    private readonly NpgsqlDataSource source;

    public Database(string connection)
    {
        var builder = new NpgsqlSlimDataSourceBuilder(connection);
        builder.EnableArrays();
        builder.ConnectionStringBuilder.MaxAutoPrepare = 16;
        builder.ConnectionStringBuilder.AutoPrepareMinUsages = 1;
        builder.ConnectionStringBuilder.NoResetOnClose = true;
        builder.ConnectionStringBuilder.Enlist = false;
        source = builder.Build();
    }

    /// <summary>Reads a random row.</summary>
    public async Task<World> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select id, randomnumber from world where id = $1");
        command.Parameters.Add(Value(RandomId()));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return new World(reader.GetInt32(0), reader.GetInt32(1));
    }

    /// <summary>Reads random rows.</summary>
    public async Task<World[]> ReadAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        return await ReadAsync(connection, count, cancellationToken);
    }

    /// <summary>Reads random rows and gives each another number.</summary>
    public async Task<World[]> UpdateAsync(int count, CancellationToken cancellationToken)
    {
        await using var connection = await source.OpenConnectionAsync(cancellationToken);
        var worlds = await ReadAsync(connection, count, cancellationToken);
        for (var i = 0; i < worlds.Length; i++)
        {
            worlds[i] = worlds[i] with { RandomNumber = RandomId() };
        }

        var updates = worlds.DistinctBy(world => world.Id).ToList();

        // Rows are locked in the order of their numbers, so that two requests never wait for each other in a circle. An order of
        // the pairs alone would not do: how the update joins them is the planner's choice.
        await using var command = new NpgsqlCommand(
            """
            with locked as materialized (select id from world where id = any($1) order by id for update)
            update world set randomnumber = changed.number
            from unnest($1, $2) as changed (id, number) join locked using (id)
            where world.id = changed.id
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. updates.Select(world => world.Id)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. updates.Select(world => world.RandomNumber)] });
        await command.ExecuteNonQueryAsync(cancellationToken);
        return worlds;
    }

    /// <summary>Reads all fortunes.</summary>
    public async Task<List<Fortune>> ReadFortunesAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select id, message from fortune");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var fortunes = new List<Fortune>();
        while (await reader.ReadAsync(cancellationToken))
        {
            fortunes.Add(new Fortune(reader.GetInt32(0), reader.GetString(1)));
        }

        return fortunes;
    }

    /// <summary>Reads all rows of the cache's table; the index is the row's number less one.</summary>
    public async Task<World[]> ReadCacheAsync(CancellationToken cancellationToken)
    {
        await using var command = source.CreateCommand("select id, randomnumber from world order by id");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var worlds = new World[Rows];
        while (await reader.ReadAsync(cancellationToken))
        {
            worlds[reader.GetInt32(0) - 1] = new World(reader.GetInt32(0), reader.GetInt32(1));
        }

        return worlds;
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    internal static int RandomId() => Random.Shared.Next(1, Rows + 1);

    private static async Task<World[]> ReadAsync(NpgsqlConnection connection, int count, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(connection);
        for (var i = 0; i < count; i++)
        {
            batch.BatchCommands.Add(new NpgsqlBatchCommand("select id, randomnumber from world where id = $1") { Parameters = { Value(RandomId()) } });
        }

        var worlds = new World[count];
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        for (var i = 0; i < count; i++)
        {
            await reader.ReadAsync(cancellationToken);
            worlds[i] = new World(reader.GetInt32(0), reader.GetInt32(1));
            await reader.NextResultAsync(cancellationToken);
        }

        return worlds;
    }

    private static NpgsqlParameter<int> Value(int value) => new() { TypedValue = value };
}
