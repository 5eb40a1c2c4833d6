using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Generators.Tests;

/// <summary>
/// Compiles a user's handlers with the generator, loads the assembly, and serves it with Kestrel on a free loopback port.
/// </summary>
/// <example><code>
/// await using var app = await GeneratedApp.StartAsync("""[Covet.Handler("/a")] public sealed class A { [Covet.Get] public string Get() => "hi"; }""");
/// Assert.Equal("hi", await app.Client.GetStringAsync("/a"));
/// </code></example>
internal sealed class GeneratedApp : IAsyncDisposable
{
    // The user's side of the contract: the three calls of a Covet program, with two places for a test to hook in.
    private const string EntryPoint = """
        public static class CovetTestEntryPoint
        {
            public static global::Microsoft.AspNetCore.Builder.WebApplication Build(
                string[] args,
                global::System.Action<global::Microsoft.AspNetCore.Builder.WebApplicationBuilder> services,
                global::System.Action<global::Microsoft.AspNetCore.Builder.WebApplication> pipeline)
            {
                var builder = global::Covet.CovetApp.CreateBuilder(args);
                global::Covet.CovetGeneratedExtensions.AddCovet(builder.Services);
                services(builder);
                var app = builder.Build();
                pipeline(app);
                global::Covet.CovetGeneratedExtensions.MapCovet(app);
                return app;
            }
        }
        """;

    private static readonly ConcurrentDictionary<string, CompiledLibrary> Programs = new(StringComparer.Ordinal);

    private readonly LoadedAssembly loaded;

    private GeneratedApp(CompiledLibrary compiled, LoadedAssembly loaded, WebApplication app, CollectedLogs logs)
    {
        Compiled = compiled;
        this.loaded = loaded;
        App = app;
        Logs = logs;
        BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = BaseAddress };
    }

    /// <summary>What was compiled.</summary>
    public CompiledLibrary Compiled { get; }

    public WebApplication App { get; }

    public Uri BaseAddress { get; }

    /// <summary>A client that follows no redirects and keeps no cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>What the application logged at warning and above.</summary>
    public CollectedLogs Logs { get; }

    /// <summary>Starts an application.</summary>
    /// <param name="source">The user's handlers.</param>
    /// <param name="services">Adds to the builder after <c>AddCovet()</c>.</param>
    /// <param name="pipeline">Adds middleware and endpoints before <c>MapCovet()</c>.</param>
    /// <param name="references">Libraries with handlers of their own.</param>
    public static async Task<GeneratedApp> StartAsync(
        string source,
        Action<WebApplicationBuilder>? services = null,
        Action<WebApplication>? pipeline = null,
        IEnumerable<CompiledLibrary>? references = null)
    {
        // Cases of a theory share their source, and what was proved of it once.
        var compiled = references is null
            ? Programs.GetOrAdd(source, static source => GeneratorTestHelper.Compile(source, beside: EntryPoint))
            : GeneratorTestHelper.Compile(source, references, beside: EntryPoint);
        Snapshot.VerifySubject(compiled.Shown, references is null ? source : null, compiled.AssemblyName);
        var loaded = LoadedAssembly.Load(compiled);
        var build = loaded.Assembly.GetType("CovetTestEntryPoint")!.GetMethod("Build")!
            .CreateDelegate<Func<string[], Action<WebApplicationBuilder>, Action<WebApplication>, WebApplication>>();
        var logs = new CollectedLogs();
        var app = build(
            ["--urls", "http://127.0.0.1:0"],
            builder =>
            {
                builder.Logging.ClearProviders();
                builder.Logging.AddProvider(logs);
                services?.Invoke(builder);
            },
            app => pipeline?.Invoke(app));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new GeneratedApp(compiled, loaded, app, logs);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await App.DisposeAsync();
        Logs.Dispose();
        loaded.Dispose();
    }
}
