using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Covet.Conduit.Tests.Hosts;

namespace Covet.Conduit.Tests.Deploy;

/// <summary>nginx with <c>samples/Conduit/deploy/nginx.conf</c> before Conduit; only addresses and the certificate's place are others.</summary>
public sealed class NginxTests
{
    [Fact]
    public async Task Nginx_serves_Conduit_over_TLS_hides_its_checks_and_sends_plain_requests_to_TLS()
    {
        using var folder = new TestFolder();
        await using var conduit = await ConduitProcess.StartAsync(Binaries.Jit, "--Store", "embedded", "--Embedded:Path", Path.Combine(folder.FullName, "data"));
        var (secure, plain) = (FreePort(), FreePort());
        await WriteAsync(folder.FullName, conduit.Api.BaseAddress.Port, secure, plain);
        string[] nginx = ["-p", folder.FullName, "-c", Path.Combine(folder.FullName, "main.conf")];
        var (exitCode, output) = await Command.RunAsync("/usr/sbin/nginx", nginx, folder.FullName);
        Assert.True(exitCode == 0, output);
        try
        {
            using var client = Client();
            using var tags = await client.GetAsync($"https://127.0.0.1:{secure}/api/tags", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, new Version(2, 0)), (tags.StatusCode, tags.Version));
            using var health = await client.GetAsync($"https://127.0.0.1:{secure}/health/ready", TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, health.StatusCode);
            using var request = new HttpRequestMessage(HttpMethod.Get, $"http://127.0.0.1:{plain}/api/tags?limit=1") { Headers = { Host = "conduit.example" } };
            using var sent = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.MovedPermanently, "https://conduit.example/api/tags?limit=1"), (sent.StatusCode, sent.Headers.Location?.ToString()));
            using var large = new ByteArrayContent(new byte[1_100_000]) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var refused = await client.PostAsync($"https://127.0.0.1:{secure}/api/users", large, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, refused.StatusCode);
        }
        finally
        {
            await Command.RunAsync("/usr/sbin/nginx", [.. nginx, "-s", "stop"], folder.FullName);
        }
    }

    private static async Task WriteAsync(string folder, int conduit, int secure, int plain)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=conduit.example", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "tls.crt"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(Path.Combine(folder, "tls.key"), key.ExportPkcs8PrivateKeyPem());
        var documented = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "samples/Conduit/deploy/nginx.conf"));
        await File.WriteAllTextAsync(Path.Combine(folder, "conduit.conf"), Replace(
            documented,
            ("server 127.0.0.1:8080;", $"server 127.0.0.1:{conduit};"),
            ("listen 443 ", $"listen 127.0.0.1:{secure} "),
            ("listen 80;", $"listen 127.0.0.1:{plain};"),
            ("/etc/conduit/tls.crt", Path.Combine(folder, "tls.crt")),
            ("/etc/conduit/tls.key", Path.Combine(folder, "tls.key"))));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "main.conf"),
            string.Create(CultureInfo.InvariantCulture, $"pid {folder}/pid; error_log {folder}/error.log; worker_processes 1; events {{}} http {{ access_log off; include {folder}/conduit.conf; }}"));
    }

    // Each must be there: a line that has changed is not to be tested in its old form.
    private static string Replace(string text, params ReadOnlySpan<(string Old, string New)> replacements)
    {
        foreach (var (old, with) in replacements)
        {
            Assert.Contains(old, text, StringComparison.Ordinal);
            text = text.Replace(old, with, StringComparison.Ordinal);
        }

        return text;
    }

    private static HttpClient Client()
    {
#pragma warning disable CA5399, CA5400 // The certificate is the test's own, signed by itself.
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = { RemoteCertificateValidationCallback = static (_, certificate, _, _) => certificate?.Subject == "CN=conduit.example" } };
        return new HttpClient(handler) { DefaultRequestVersion = new Version(2, 0), DefaultVersionPolicy = HttpVersionPolicy.RequestVersionOrLower };
#pragma warning restore CA5399, CA5400
    }

    private static int FreePort()
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }
}
