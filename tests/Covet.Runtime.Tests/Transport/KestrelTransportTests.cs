using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Covet.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests;

/// <summary>Kestrel's protocols over Covet's transport.</summary>
public sealed class KestrelTransportTests
{
    [Theory]
    [InlineData("1.1", false)]
    [InlineData("1.1", true)]
    [InlineData("2.0", false)]
    [InlineData("2.0", true)]
    public async Task A_megabyte_comes_back_as_it_was_sent(string version, bool tls)
    {
        using var certificate = Certificate();
        await using var app = await StartAsync([], listen =>
        {
            listen.Protocols = (version, tls) is ("2.0", false) ? HttpProtocols.Http2 : HttpProtocols.Http1AndHttp2;
            if (tls)
            {
                listen.UseHttps(certificate);
            }
        });
        using var client = Client(certificate);
        var bytes = new byte[1 << 20];
        new Random(7).NextBytes(bytes);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, Address(app) + "/echo")
            {
                Content = new ByteArrayContent(bytes),
                Version = new Version(version),
                VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            };
            using var response = await client.SendAsync(request);
            return await response.Content.ReadAsByteArrayAsync();
        }));
        Assert.All(answers, answer => Assert.True(bytes.AsSpan().SequenceEqual(answer)));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("Sockets", false)]
    public async Task A_setting_chooses_the_transport(string setting, bool covets)
    {
        await using var app = await StartAsync([$"--Covet:Transport={setting}"], _ => { });
        using var client = Client();
        Assert.Equal(covets.ToString(), await client.GetStringAsync(Address(app) + "/covets"));
    }

    [Theory]
    [InlineData("/large")]
    [InlineData("/large/chunked")]
    public async Task An_answer_of_many_blocks_comes_whole(string path)
    {
        await using var app = await StartAsync([], _ => { });
        using var client = Client();
        var text = await client.GetStringAsync(Address(app) + path);
        Assert.Equal(string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number},")), text);
    }

    [Fact]
    public async Task A_client_that_goes_aborts_its_request()
    {
        await using var app = await StartAsync([], _ => { });
        using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        var uri = new Uri(Address(app));
        await client.ConnectAsync(IPAddress.Loopback, uri.Port);
        await client.SendAsync("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n"u8.ToArray());
        await app.Services.GetRequiredService<Waiting>().Arrived.Task.WaitAsync(TimeSpan.FromSeconds(60));
        client.Dispose();
        await app.Services.GetRequiredService<Waiting>().Aborted.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private static async Task<WebApplication> StartAsync(string[] arguments, Action<ListenOptions> configure)
    {
        var builder = WebApplication.CreateSlimBuilder(arguments);
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0, configure));
        builder.Services.AddSingleton<Waiting>();
        TransportRegistration.Add(builder.Services);
        var app = builder.Build();
        app.MapPost("/echo", async (HttpContext context) =>
        {
            // All of it first: an HTTP/2 client that is still sending need not read.
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body);
            await context.Response.Body.WriteAsync(body.GetBuffer().AsMemory(0, (int)body.Length));
        });
        app.MapGet("/covets", (HttpContext context) => (context.Features.Get<IConnectionTransportFeature>() is EpollConnection).ToString());
        app.MapGet("/large", (HttpContext context) =>
        {
            // Written before anything is sent, and without a length.
            context.Response.BodyWriter.Write(Large());
            return Task.CompletedTask;
        });
        app.MapGet("/large/chunked", async (HttpContext context) =>
        {
            foreach (var part in Large().Chunk(777))
            {
                await context.Response.BodyWriter.WriteAsync(part);
            }
        });
        app.MapGet("/wait", async (HttpContext context, Waiting waiting) =>
        {
            context.RequestAborted.Register(waiting.Aborted.SetResult);
            waiting.Arrived.SetResult();
            await waiting.Aborted.Task;
        });
        await app.StartAsync();
        return app;
    }

    private static byte[] Large() => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Range(0, 40_000).Select(number => $"{number},")));

    private static string Address(WebApplication app) => app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    internal static HttpClient Client(X509Certificate2? server = null) => new(new SocketsHttpHandler
    {
        SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString() == server?.GetCertHashString() },
    });

    internal static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pfx), null);
    }

    private sealed class Waiting
    {
        public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Aborted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
