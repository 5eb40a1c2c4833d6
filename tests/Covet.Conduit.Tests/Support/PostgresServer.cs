using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Npgsql;

namespace Covet.Conduit.Tests.Support;

/// <summary>
/// A PostgreSQL of its own in a temporary folder, from Debian's packages. As root its programs run as the user postgres, for
/// PostgreSQL refuses root. It listens on a socket in its folder and on no port, for a port that was free a moment ago, or that a
/// server left for a restart, may be another's now.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private static readonly Lazy<PostgresServer> SharedServer = new(static () => new PostgresServer());

    private readonly string folder = Directory.CreateTempSubdirectory("conduit-pg-").FullName;
    private readonly string programs = Programs();
    private readonly IPAddress? address;
    private int databases;

    /// <param name="address">Besides its socket, the loopback address that it listens on with TLS; null for none.</param>
    /// <param name="certificate">The server's certificate, with its key.</param>
    public PostgresServer(IPAddress? address = null, X509Certificate2? certificate = null)
    {
        this.address = address;
        if (Environment.IsPrivilegedProcess)
        {
            Run("chown", "postgres", folder);
        }

        RunAsServer("initdb", "-D", Data, "-U", "conduit", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        if (certificate is not null)
        {
            File.WriteAllText(Path.Combine(Data, "server.crt"), certificate.ExportCertificatePem());
            File.WriteAllText(Path.Combine(Data, "server.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
            Run("chmod", "600", Path.Combine(Data, "server.key"));
            if (Environment.IsPrivilegedProcess)
            {
                Run("chown", "postgres", Path.Combine(Data, "server.crt"), Path.Combine(Data, "server.key"));
            }
        }

        Start();
    }

    /// <summary>One for all tests that do not stop it; <see cref="SharedPostgres"/> ends it.</summary>
    public static PostgresServer Shared => SharedServer.Value;

    /// <summary>Whether a test has asked for the one that is shared.</summary>
    public static bool IsSharedStarted => SharedServer.IsValueCreated;

    /// <summary>The process whose children serve connections.</summary>
    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

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
        var options = $"-c listen_addresses={address} -c ssl={(address is null ? "off" : "on")} -c unix_socket_directories={folder} -c max_connections=200 -c fsync=off";
        RunAsServer("pg_ctl", "-s", "-D", Data, "-l", Path.Combine(folder, "log"), "-o", options, "-w", "start");
    }

    /// <summary>Stops at once, as a crash does.</summary>
    public void Stop() => RunAsServer("pg_ctl", "-s", "-D", Data, "-m", "immediate", "-w", "stop");

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            if (File.Exists(Path.Combine(Data, "postmaster.pid")))
            {
                Stop();
            }

            Directory.Delete(folder, recursive: true);
            File.Delete(folder + ".out");
        }
    }

    private static string Programs()
    {
        const string root = "/usr/lib/postgresql";
        return Directory.Exists(root)
            ? Directory.GetDirectories(root).Select(version => Path.Combine(version, "bin")).Last()
            : throw new InvalidOperationException("PostgreSQL is not installed; run tests/Covet.Conduit.Tests/install.");
    }

    private string ConnectionString(string database, string more) => $"Host={folder};Username=conduit;Database={database};{more}";

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
        // Into a file and not a pipe: the server would inherit the pipe, and its end would never come.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "exec \"$@\" >>\"$0\"", folder + ".out", program, .. arguments]) { WorkingDirectory = folder })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
        }
    }
}
