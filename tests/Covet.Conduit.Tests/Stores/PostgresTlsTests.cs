using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Npgsql;

namespace Covet.Conduit.Tests.Stores;

/// <summary>A PostgreSQL that is reached over TLS, as docs/deploy.md and the Kubernetes manifests say.</summary>
public sealed class PostgresTlsTests : IDisposable
{
    // Any address of 127.0.0.0/8 is this machine, so a random one needs no port that is free.
    private readonly IPAddress address = new([127, 9, (byte)Random.Shared.Next(1, 255), (byte)Random.Shared.Next(1, 255)]);
    private readonly TestFolder folder = new();
    private readonly PostgresServer server;

    public PostgresTlsTests()
    {
        using var certificate = Certificate(address);
        File.WriteAllText(Trusted, certificate.ExportCertificatePem());
        using var other = Certificate(address);
        File.WriteAllText(Other, other.ExportCertificatePem());
        server = new PostgresServer(address, certificate);
    }

    private string Trusted => Path.Combine(folder.FullName, "trusted.pem");

    private string Other => Path.Combine(folder.FullName, "other.pem");

    public void Dispose()
    {
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public Task In_process_it_speaks_TLS_and_trusts_the_named_certificate_alone() => SpeaksAsync(Binaries.Jit);

    [Fact]
    public async Task The_native_binary_speaks_TLS_and_trusts_the_named_certificate_alone() => await SpeaksAsync(await Binaries.NativeAsync());

    private async Task SpeaksAsync(string binary)
    {
        var local = server.CreateDatabase();
        await using (var conduit = await ConduitProcess.StartAsync([binary, .. Arguments(local, Trusted)]))
        {
            Assert.Equal(200, (await conduit.Api.GetAsync("/health/ready")).Status);
            await using var source = NpgsqlDataSource.Create(local);
            await using var command = source.CreateCommand("select count(*) from pg_stat_ssl join pg_stat_activity using (pid) where ssl and client_addr is not null");
            Assert.InRange((long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!, 1, long.MaxValue);
        }

        // No fault that passes: the program says so and does not start.
        var (exitCode, output) = await ConduitProcess.RunAsync([binary, .. Arguments(local, Other)]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains("The remote certificate was rejected", output, StringComparison.Ordinal);
    }

    private string[] Arguments(string local, string root)
    {
        var connection = new NpgsqlConnectionStringBuilder(local)
        {
            Host = address.ToString(),
            SslMode = SslMode.VerifyFull,
            RootCertificate = root,
            MaxPoolSize = 4,
        };
        return ["--Store", "postgres", "--Postgres:Connection", connection.ConnectionString, "--Tokens:Secret", Convert.ToBase64String(new byte[32])];
    }

    private static X509Certificate2 Certificate(IPAddress address)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(string.Create(CultureInfo.InvariantCulture, $"CN={address}"), key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
    }
}
