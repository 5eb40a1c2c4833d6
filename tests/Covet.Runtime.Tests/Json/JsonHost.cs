using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Json;

/// <summary>Kestrel on the loopback, with what a generated endpoint does around bodies and responses.</summary>
internal sealed class JsonHost : IAsyncDisposable, ILoggerProvider, ILogger
{
    private readonly WebApplication app;

    private JsonHost(long? limit)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(this);
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.Listen(IPAddress.Loopback, 0);
            options.Limits.MaxRequestBodySize = limit;
        });
        app = builder.Build();
        app.Run(async context =>
        {
            try
            {
                await HandleAsync(context);
            }
            catch (Exception e)
            {
                // Else the test would wait for an outcome that never comes.
                Outcomes.Add("threw " + e);
                throw;
            }
        });
    }

    /// <summary>The outcome of each request, as its handler saw it.</summary>
    public BlockingCollection<string> Outcomes { get; } = [];

    public ConcurrentQueue<string> Failures { get; } = [];

    public List<Point> Answer { get; set; } = [];

    public TaskCompletionSource SourceDisposed { get; } = new();

    public IPEndPoint Address
    {
        get
        {
            var url = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
            return new IPEndPoint(IPAddress.Loopback, url.Port);
        }
    }

    public static async Task<JsonHost> StartAsync(long? limit = 30_000_000)
    {
        var host = new JsonHost(limit);
        await host.app.StartAsync();
        return host;
    }

    public TcpClient Connect()
    {
        var client = new TcpClient { NoDelay = true };
        client.Connect(Address);
        return client;
    }

    /// <summary>Sends text in parts and returns all that comes until the server closes.</summary>
    public async Task<string> ExchangeAsync(params string[] parts)
    {
        using var client = Connect();
        var stream = client.GetStream();
        foreach (var part in parts)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(part));
            await stream.FlushAsync();
            await Task.Yield();
        }

        using var all = new MemoryStream();
        await stream.CopyToAsync(all);
        return Encoding.UTF8.GetString(all.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Outcomes.Dispose();
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (logLevel >= LogLevel.Error)
        {
            Failures.Enqueue(formatter(state, exception) + exception);
        }
    }

    public void Dispose()
    {
    }

    private async Task HandleAsync(HttpContext context)
    {
        switch (context.Request.Path.Value)
        {
            case "/echo":
                await FinishAsync(context, await JsonBody.ReadAsync<Point, PointCodec>(context, allowEmpty: false), static (c, p) => JsonResponse.WriteAsync<Point, PointCodec>(c, p));
                break;
            case "/list":
                await FinishAsync(context, await JsonBody.ReadAsync<List<Point>, PointListCodec>(context, allowEmpty: false), static (c, p) => JsonResponse.WriteAsync<List<Point>, PointListCodec>(c, p));
                break;
            case "/answer":
                await JsonResponse.WriteAsync<List<Point>, PointListCodec>(context, Answer);
                Outcomes.Add("written");
                break;
            case "/stream":
                await JsonResponse.WriteStreamAsync<Point, PointCodec>(context, EndlessAsync());
                Outcomes.Add("streamed");
                break;
            case "/count":
                await CountAsync(context);
                break;
        }
    }

    private async Task FinishAsync<T>(HttpContext context, BodyRead<T> read, Func<HttpContext, T, Task> answer)
    {
        if (read.Errors is { } errors)
        {
            context.Response.StatusCode = errors.StatusCode == 0 ? 400 : errors.StatusCode;
            Outcomes.Add(errors.Items[0].Code);
            return;
        }

        Outcomes.Add("read");
        await answer(context, read.Value!);
    }

    private async Task CountAsync(HttpContext context)
    {
        var count = 0;
        try
        {
            await foreach (var _ in JsonBody.ReadStreamAsync<Point, PointCodec>(context))
            {
                count++;
            }

            Outcomes.Add("counted " + count);
        }
        catch (BadHttpRequestException e)
        {
            context.Response.StatusCode = e.StatusCode;
            Outcomes.Add($"{e.StatusCode} after {count}");
        }
    }

    private async IAsyncEnumerable<Point> EndlessAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation = default)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return new Point(i, "some name that fills the pipe");
                await Task.Yield();
            }
        }
        finally
        {
            SourceDisposed.SetResult();
        }
    }
}
