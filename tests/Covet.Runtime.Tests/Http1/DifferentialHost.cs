using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Covet.Http1;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Http1;

/// <summary>An application on the loopback, over Covet's HTTP/1.1 or over Kestrel's.</summary>
internal sealed partial class DifferentialHost : IAsyncDisposable
{
    /// <summary>Stands at the end of an answer where the connection was reset: the client had sent what the server had no use for.</summary>
    public const string Reset = "<reset>";

    private readonly WebApplication app;

    private DifferentialHost(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Urls.First()).Port;

    public ICollection<string> Urls => app.Urls;

    public Http1Server Http => app.Services.GetRequiredService<Http1Server>();

    public IServiceProvider Services => app.Services;

    public static async Task<DifferentialHost> StartAsync(string http1, RequestDelegate? run = null, Action<KestrelServerOptions>? configure = null, Action<WebApplicationBuilder>? build = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new(Http1Setup.Key, http1)]);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        Http1Setup.Add(builder.Services);
        builder.WebHost.ConfigureKestrel(options => configure?.Invoke(options));
        build?.Invoke(builder);
        var app = builder.Build();
        app.Run(run ?? DifferentialApp.RunAsync);
        await app.StartAsync();
        return new DifferentialHost(app);
    }

    public async Task<Socket> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        return socket;
    }

    /// <summary>Sends the pieces, each on its own, and returns what comes until the server closes, without what changes from run to run.</summary>
    public async Task<string> ExchangeAsync(params IEnumerable<byte[]> pieces)
    {
        var socket = await ConnectAsync();
        try
        {
            var answers = await Task.WhenAll(ReadAsync(socket), SendAsync(socket, pieces));
            return Normalise(answers[0]);
        }
        finally
        {
            socket.Dispose();
        }
    }

    public Task<string> ExchangeAsync(string request) => ExchangeAsync(Encoding.Latin1.GetBytes(request));

    public static async Task<string> ReadAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[16 * 1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        try
        {
            while (await socket.ReceiveAsync(buffer, patience.Token) is > 0 and var count)
            {
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            }
        }
        catch (SocketException)
        {
            text.Append(Reset);
        }
        catch (OperationCanceledException)
        {
            text.Append("<silence>");
        }

        return text.ToString();
    }

    private static async Task<string> SendAsync(Socket socket, IEnumerable<byte[]> pieces)
    {
        try
        {
            foreach (var piece in pieces)
            {
                await socket.SendAsync(piece);
            }
        }
        catch (SocketException)
        {
            // Closed before all was sent; what it answered is what counts.
        }

        return "";
    }

    private static string Normalise(string answer) => Date().Replace(answer, "Date: now\r\n");

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    [GeneratedRegex("Date: [A-Z][a-z]{2}, [^\r]* GMT\r\n")]
    private static partial Regex Date();
}
