using System.Net.Sockets;
using Npgsql;

namespace Conduit.Stores.Postgres;

/// <summary>The pool, and the one place where faults of the server are met: tried again where that is safe, then told as unavailable.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly PostgresOptions options;

    public Database(PostgresOptions options)
    {
        this.options = options;
        var builder = new NpgsqlSlimDataSourceBuilder(options.ConnectionString);
        builder.EnableArrays();
        builder.EnableTransportSecurity();
        if (!builder.ConnectionStringBuilder.ContainsKey("Max Auto Prepare") || builder.ConnectionStringBuilder.MaxAutoPrepare == 0)
        {
            builder.ConnectionStringBuilder.MaxAutoPrepare = 64;
            builder.ConnectionStringBuilder.AutoPrepareMinUsages = 2;
        }

        Source = builder.Build();
    }

    public NpgsqlDataSource Source { get; }

    /// <summary>Runs work on a connection, again from its start after a fault where that can do no harm.</summary>
    /// <param name="repeatable">
    /// Whether a second run after a first that succeeded unheard gives the same end. Where not, work is run again only if its
    /// connection could not be opened or the server says that it rolled back.
    /// </param>
    /// <param name="work">One statement or one transaction.</param>
    /// <param name="cancellationToken">Ends the work and the pauses between attempts.</param>
    /// <exception cref="TakenException">A unique constraint says so.</exception>
    /// <exception cref="StoreUnavailableException">The server cannot be reached, or not for long enough.</exception>
    public async Task<T> RunAsync<T>(bool repeatable, Func<NpgsqlConnection, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        var delay = options.FirstDelay;
        for (var attempt = 1; ; attempt++)
        {
            var connected = false;
            try
            {
                await using var connection = await Source.OpenConnectionAsync(cancellationToken);
                connected = true;
                return await work(connection, cancellationToken);
            }
            catch (PostgresException exception) when (exception.SqlState == PostgresErrorCodes.UniqueViolation)
            {
                throw new TakenException(Field(exception.ConstraintName));
            }
            catch (NpgsqlException exception) when (IsTransient(exception))
            {
                if (attempt >= options.Attempts || (connected && !repeatable && !IsRolledBack(exception)))
                {
                    throw new StoreUnavailableException("PostgreSQL cannot be reached.", exception);
                }
            }
            catch (TimeoutException exception)
            {
                throw new StoreUnavailableException("PostgreSQL does not answer in time.", exception);
            }

            await Task.Delay(delay, cancellationToken);
            delay *= 2;
        }
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();

    private static bool IsTransient(NpgsqlException exception) =>
        exception.IsTransient || exception.InnerException is IOException or SocketException or TimeoutException || IsRolledBack(exception);

    // The server said so itself, so nothing of the work was kept.
    private static bool IsRolledBack(NpgsqlException exception) => exception.SqlState is
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow
        or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected;

    private static string Field(string? constraint) => constraint switch
    {
        "users_username_key" => "username",
        "users_email_key" => "email",
        "articles_slug_key" => "slug",
        _ => constraint ?? "value",
    };
}
