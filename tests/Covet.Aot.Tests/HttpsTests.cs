using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using HttpApp;

namespace Covet.Aot.Tests;

/// <summary>An endpoint with TLS is Kestrel's alone; the application behind it is the same.</summary>
public sealed class HttpsTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("covet-https-");
    private readonly X509Certificate2 certificate;

    public HttpsTests()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest("CN=covet", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddHours(-1), DateTimeOffset.UtcNow.AddHours(1));
        File.WriteAllText(Path.Combine(folder.FullName, "certificate.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.FullName, "key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private string[] Arguments =>
    [
        "--Kestrel:Endpoints:Secure:Url", "https://127.0.0.1:0",
        "--Kestrel:Endpoints:Secure:Certificate:Path", Path.Combine(folder.FullName, "certificate.pem"),
        "--Kestrel:Endpoints:Secure:Certificate:KeyPath", Path.Combine(folder.FullName, "key.pem"),
    ];

    public void Dispose()
    {
        certificate.Dispose();
        folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task In_process_it_serves_over_TLS(string version)
    {
        await using var app = HttpApplication.Create([.. Arguments, "--contentRoot", AppContext.BaseDirectory, "--Logging:LogLevel:Default", "Error"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        await ServesAsync(new Uri(app.Urls.Single()), Version.Parse(version), "jit");
    }

    [Theory]
    [InlineData("1.1")]
    [InlineData("2.0")]
    public async Task The_native_binary_serves_over_TLS(string version)
    {
        await using var process = await NativeProcess.StartAsync(
            await NativePublish.BinaryAsync("tests/HttpApp", "HttpApp"), [.. Arguments, "--Logging:LogLevel:Default", "Error"]);
        await ServesAsync(process.BaseAddress, Version.Parse(version), "native");
    }

    private async Task ServesAsync(Uri address, Version version, string kind)
    {
        Assert.Equal(Uri.UriSchemeHttps, address.Scheme);
        using var handler = new SocketsHttpHandler
        {
            SslOptions = new SslClientAuthenticationOptions
            {
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == certificate.GetCertHashString(HashAlgorithmName.SHA256),
            },
        };
        using var client = new HttpClient(handler) { BaseAddress = address, DefaultRequestVersion = version, DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact };
        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var response = await client.GetAsync("/diagnostics/host", TestContext.Current.CancellationToken);
            Assert.Equal((HttpStatusCode.OK, version), (response.StatusCode, response.Version));
            Assert.Equal(kind, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        // A password comes over TLS alone, and a session's cookie goes over it alone: here both do, without a proxy that says so.
        client.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String("ada:correct: horse"u8));
        Assert.Equal("ada", await client.GetStringAsync("/security/basic", TestContext.Current.CancellationToken));
        using var session = await client.GetAsync("/security/session?name=ada", TestContext.Current.CancellationToken);
        Assert.Contains("; secure", session.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }
}
