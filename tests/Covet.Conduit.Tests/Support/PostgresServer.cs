using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Covet.Conduit.Tests.Support;

/// <summary>
/// A PostgreSQL of its own in a temporary folder, from Debian's packages. As root its programs run as the user postgres, for
/// PostgreSQL refuses root.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> SharedServer = new(static () => new PostgresServer());

    private readonly string folder = Directory.CreateTempSubdirectory("conduit-pg-").FullName;
    private readonly string programs = Programs();
    private readonly int port = FreePort();
    private int databases;

    public PostgresServer()
    {
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        RunAsServer("initdb", "-D", Data, "-U", "conduit", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Start();
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Dispose();
    }

    /// <summary>One for all tests that do not stop it.</summary>
    public static PostgresServer Shared => SharedServer.Value;

    private string Data => Path.Combine(folder, "data");

    /// <summary>Makes an empty database and gives its connection string.</summary>
    public string CreateDatabase(string more = "")
    {
        var name = "test" + Interlocked.Increment(ref databases).ToString(CultureInfo.InvariantCulture);
        using var source = NpgsqlDataSource.Create(ConnectionString("postgres", "Pooling=false"));
        using var command = source.CreateCommand("create database " + name);
        command.ExecuteNonQuery();
        return ConnectionString(name, more);
    }

    public void Start()
    {
        var options = string.Create(CultureInfo.InvariantCulture, $"-c listen_addresses=127.0.0.1 -c port={port} -c unix_socket_directories={folder} -c max_connections=200");
        RunAsServer("pg_ctl", "-D", Data, "-l", Path.Combine(folder, "log"), "-o", options, "-w", "start");
    }

    /// <summary>Stops at once, as a crash does.</summary>
    public void Stop() => RunAsServer("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            {
                Stop();
            }

            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Programs()
    {
        const string root = "/usr/lib/postgresql";
        return Directory.Exists(root)
            ? Directory.GetDirectories(root).Select(version => Path.Combine(version, "bin")).Last()
            : throw new InvalidOperationException("PostgreSQL is not installed; run tests/Covet.Conduit.Tests/install.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private string ConnectionString(string database, string more) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=conduit;Database={database};{more}");

    private void RunAsServer(string program, params string[] arguments)
    {
        var path = Path.Combine(programs, program);
        if (Environment.IsPrivilegedProcess)
        {
            Run("runuser", ["-u", "postgres", "--", path, .. arguments]);
        }
        else
        {
            Run(path, arguments);
        }
    }

    private void Run(string program, params string[] arguments)
    {
        // No redirection: the server would inherit the pipe, and its end would never come.
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
