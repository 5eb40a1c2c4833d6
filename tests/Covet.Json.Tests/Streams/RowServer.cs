using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Json.Tests.Streams;

/// <summary>The handlers of this assembly on Kestrel, and a client of them.</summary>
internal sealed class RowServer : IAsyncDisposable
{
    private readonly WebApplication app;

    private RowServer(WebApplication app, HttpClient client)
    {
        this.app = app;
        Client = client;
    }

    public HttpClient Client { get; }

    public static async Task<RowServer> StartAsync()
    {
        var builder = CovetApp.CreateBuilder([]);
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = null;
        });
        builder.Services.AddCovet();
        var app = builder.Build();
        app.MapCovet();
        await app.StartAsync();
        return new RowServer(app, new HttpClient { BaseAddress = new Uri(app.Urls.First()) });
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }
}
