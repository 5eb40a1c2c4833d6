using Microsoft.Extensions.DependencyInjection;

namespace Covet.Generators.Tests.Handlers;

/// <summary>When handlers and services are made and released, and what they are given where nothing is registered.</summary>
public sealed class ReleaseTests
{
    private const string Lives = """
        using Covet;
        [Singleton] public sealed class Root(Action<string> log) : IDisposable { public void Dispose() => log("root"); }
        [Singleton(Key = "k")] public sealed class Keyed(Action<string> log) : IAsyncDisposable { public ValueTask DisposeAsync() { log("keyed"); return default; } }
        [Scoped] public sealed class PerRequest(Action<string> log, Root root) : IAsyncDisposable { public object Needs => root; public async ValueTask DisposeAsync() { await Task.Yield(); log("scoped"); } }
        [Transient] public sealed class Each(Action<string> log) : IDisposable { public void Dispose() => log("transient"); }
        [Handler("h")]
        public sealed class H(Action<string> log, PerRequest perRequest, Each each) : IAsyncDisposable, IDisposable
        {
            [Get]
            public async IAsyncEnumerable<int> Items([FromKeyedServices("k")] Keyed keyed)
            {
                log($"begin {keyed is not null} {perRequest is not null} {each is not null}");
                yield return 1;
                await Task.Yield();
                yield return 2;
                log("end");
            }

            public void Dispose() => log("handler by Dispose");

            public async ValueTask DisposeAsync() { await Task.Yield(); log("handler"); }
        }
        [Handler("one", Lifetime = ServiceLifetime.Singleton)]
        public sealed class One(Action<string> log) : IDisposable { [Get] public string Get() { log("one"); return ""; } public void Dispose() => log("one disposed"); }
        """;

    [Fact]
    public void Whoever_is_made_for_a_request_is_released_when_its_response_is_written() =>
        GeneratorTestHelper.Verify(Lives, static file => file is "CovetModule.g.cs" or "Endpoint.H.Items.g.cs" or "Endpoint.One.Get.g.cs");

    [Fact]
    public async Task Handlers_and_services_live_until_the_last_byte_and_singletons_until_the_end()
    {
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var ended = new SemaphoreSlim(0);
        var app = await GeneratedApp.StartAsync(
            Lives,
            builder => builder.Services.AddSingleton<Action<string>>(line =>
            {
                lines.Enqueue(line);
                if (line == "scoped")
                {
                    ended.Release();
                }
            }));
        await using (app)
        {
            Assert.Equal("[1,2]", await app.Client.GetStringAsync(new Uri("h", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.True(await ended.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
            Assert.Equal(["begin True True True", "end", "handler", "transient", "scoped"], lines);
            lines.Clear();
            Assert.Equal("", await app.Client.GetStringAsync(new Uri("one", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Equal("", await app.Client.GetStringAsync(new Uri("one", UriKind.Relative), TestContext.Current.CancellationToken));
            Assert.Equal(["one", "one"], lines);
            lines.Clear();
        }

        Assert.Equal(["keyed", "one disposed", "root"], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_handler_that_throws_is_released_too()
    {
        var lines = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var app = await GeneratedApp.StartAsync(
            """
            using Covet;
            [Handler("h")] public sealed class H(Action<string> log) : IDisposable { [Get] public string Get() => throw new InvalidOperationException("x"); public void Dispose() => log("disposed"); }
            """,
            builder => builder.Services.AddSingleton<Action<string>>(lines.Enqueue));
        using var response = await app.Client.GetAsync(new Uri("h", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal(["disposed"], lines);
    }

    [Fact]
    public async Task What_is_not_registered_takes_its_default()
    {
        await using var app = await GeneratedApp.StartAsync(
            """
            using Covet;
            public interface IThing;
            [Singleton] public sealed class S(int size = 3, double? ratio = 1.5, IThing? thing = null, string name = "n", DayOfWeek day = DayOfWeek.Friday) { public override string ToString() => $"{size} {ratio:0.0} {thing is null} {name} {day}"; }
            [Handler("h")] public sealed class H(S s, TimeSpan wait = default, CancellationToken token = default, long? count = null, int given = 1) { [Get] public string Get() => $"{s}|{wait}|{token.CanBeCanceled}|{count is null}|{given}"; }
            """,
            builder =>
            {
                builder.Services.AddSingleton("registered");
                builder.Services.Add(new ServiceDescriptor(typeof(int), 7));
            });
        Assert.Equal("7 1.5 True registered Friday|00:00:00|False|True|7", await app.Client.GetStringAsync(new Uri("h", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Open_generics_are_closed_where_handlers_services_and_parameters_ask_for_them()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            public interface IRepository<T> { string Name { get; } }
            public interface ICache<TKey, TValue> { string Name { get; } }
            [Scoped(ServiceType = typeof(IRepository<>))] public sealed class Repository<T>(ICache<T, List<T>> cache) : IRepository<T> { public string Name => typeof(T).Name + "<" + cache.Name; }
            [Singleton(ServiceType = typeof(ICache<,>))] public sealed class Cache<TKey, TValue> : ICache<TKey, TValue> { public string Name => typeof(TKey).Name + "-" + typeof(TValue).Name; }
            [Singleton(ServiceType = typeof(ICache<,>))] public sealed class Other<TKey, TValue> : ICache<TKey, TValue> { public string Name => "other"; }
            [Transient] public sealed class Report<T> { public string Name => "report " + typeof(T).Name; }
            [Handler("h")]
            public sealed class H(IRepository<string> repository, IEnumerable<ICache<int, int>> caches)
            {
                [Get] public string Get(IRepository<Guid> guids, [FromServices] Report<DateOnly> report, IEnumerable<ICache<byte, byte>> more, [AsParameters] More rest) =>
                    $"{repository.Name}|{string.Join(",", caches.Select(c => c.Name))}|{guids.Name}|{report.Name}|{more.Count()}|{rest.Third.Name}";
            }
            public sealed record More(IRepository<char> Third);
            """);
        Assert.Equal("String<other|Int32-Int32,other|Guid<other|report DateOnly|2|Char<other", await app.Client.GetStringAsync(new Uri("h", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
