using HttpApp;
using Microsoft.AspNetCore.Builder;

namespace Covet.Aot.Tests;

/// <summary>In this process, on Kestrel over loopback.</summary>
public sealed class JitHost : HttpHost
{
    private WebApplication? app;

    public override string Kind => "jit";

    public override async Task<RunningApp> StartAnotherAsync(params string[] arguments)
    {
        var another = await RunAsync(arguments);
        return new RunningApp(new Uri(another.Urls.Single()), another);
    }

    public override async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }
    }

    protected override async Task<Uri> StartAsync()
    {
        app = await RunAsync();
        return new Uri(app.Urls.Single());
    }

    private static async Task<WebApplication> RunAsync(params string[] arguments)
    {
        var app = HttpApplication.Create(["--urls", "http://127.0.0.1:0", "--contentRoot", AppContext.BaseDirectory, "--Logging:LogLevel:Default", "Error", .. arguments]);
        await app.StartAsync();
        return app;
    }
}
