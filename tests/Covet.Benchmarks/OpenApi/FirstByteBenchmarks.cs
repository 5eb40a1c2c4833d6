using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Benchmarks.OpenApi;

/// <summary>
/// Time to the first byte of the document of 100 endpoints, first in a new process, whose server has answered another
/// request already: Covet's constant against Microsoft.AspNetCore.OpenApi, which makes the document when it is asked for.
/// </summary>
[SimpleJob(RunStrategy.ColdStart, launchCount: 5, warmupCount: 0, iterationCount: 1, invocationCount: 1)]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByMethod)]
public class FirstByteBenchmarks
{
    private WebApplication app = null!;
    private Uri address = null!;

    /// <summary>Who serves it.</summary>
    [Params("Covet", "Microsoft.AspNetCore.OpenApi")]
    public string Server { get; set; } = "";

    [GlobalSetup]
    public void Setup() => SetupAsync().GetAwaiter().GetResult();

    [GlobalCleanup]
    public void Cleanup() => app.DisposeAsync().AsTask().GetAwaiter().GetResult();

    [Benchmark]
    public int FirstByte()
    {
        using var client = new HttpClient();
        using var stream = client.GetStreamAsync(new Uri(address, "/openapi/v1.json")).GetAwaiter().GetResult();
        return stream.ReadByte();
    }

    private async Task SetupAsync()
    {
        var builder = CovetApp.CreateBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        if (Server == "Covet")
        {
            builder.Services.AddCovet();
            app = builder.Build();
            app.MapCovet();
        }
        else
        {
            builder.Services.AddOpenApi();
            app = builder.Build();
            app.MapOpenApi();
            MapThings();
        }

        app.MapGet("/warm", (RequestDelegate)(context => context.Response.WriteAsync("warm")));
        await app.StartAsync();
        address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        using var client = new HttpClient();
        for (var i = 0; i < 50; i++)
        {
            _ = await client.GetStringAsync(new Uri(address, "/warm"));
        }
    }

    private void MapThings()
    {
        for (var i = 0; i < 10; i++)
        {
            foreach (var letter in "abcde")
            {
                app.MapGet($"/things{i}/{letter}/{{id:int}}", (int id) => id == 0 ? null : new Thing(id, "a", null));
                app.MapPost($"/things{i}/{letter}", (Thing thing, bool force = false) => force ? thing : new Thing(1, thing.Name, null));
            }
        }
    }
}
