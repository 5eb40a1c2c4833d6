using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Errors;

/// <summary>An application whose one endpoint fails, with Covet's handling of exceptions around it.</summary>
internal sealed class ErrorApp : IAsyncDisposable
{
    private readonly WebApplication app;

    private ErrorApp(WebApplication app, LogLines log)
    {
        this.app = app;
        Log = log;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient { BaseAddress = Address };
    }

    public HttpClient Client { get; }

    public Uri Address { get; }

    public LogLines Log { get; }

    public static Task<ErrorApp> StartAsync(string environment, RequestDelegate handler, params object[] metadata) =>
        StartAsync(environment, handler, static _ => { }, static _ => { }, metadata);

    public static async Task<ErrorApp> StartAsync(string environment, RequestDelegate handler, Action<IServiceCollection> services, Action<WebApplication> pipeline, params object[] metadata)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var log = new LogLines();
        builder.Logging.AddProvider(log);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<Microsoft.AspNetCore.Diagnostics.IDeveloperPageExceptionFilter>(new DeveloperPageFilter());
        builder.Services.AddSingleton<IStartupFilter>(provider => new Filter(provider.GetRequiredService<IHostEnvironment>(), provider.GetRequiredService<ILoggerFactory>()));
        services(builder.Services);
        var app = builder.Build();
        pipeline(app);
        app.Map("/{**path}", new ExceptionGuard(handler).InvokeAsync).WithMetadata(metadata);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ErrorApp(app, log);
    }

    public async Task<(HttpResponseMessage Response, string Body)> GetAsync(string path, string? accept = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (accept is not null)
        {
            request.Headers.Accept.Add(MediaTypeWithQualityHeaderValue.Parse(accept));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.DisposeAsync();
    }

    private sealed class Filter(IHostEnvironment environment, ILoggerFactory loggers) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => builder =>
        {
            builder.Use(inner => new CovetExceptionMiddleware(inner, environment, loggers).InvokeAsync);
            next(builder);
        };
    }
}
