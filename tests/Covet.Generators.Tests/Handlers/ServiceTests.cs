namespace Covet.Generators.Tests.Handlers;

public sealed class ServiceTests
{
    [Fact]
    public void Registrations_are_plain_factories() => GeneratorTestHelper.Verify("""
        using Covet;
        namespace Shop;
        public interface IStore;
        public interface IRepository<T>;
        [Singleton<IStore>] public sealed class Store(TimeProvider clock, ILogger<Store>? log = null) : IStore { public object?[] Needs => [clock, log]; }
        [Scoped<IStore>(Key = "fast")] public sealed class FastStore([FromKeyedServices("x")] TimeProvider clock) : IStore { public object Need => clock; }
        [Transient(ServiceType = typeof(IRepository<>))] public sealed class Repository<T>(IStore store, IEnumerable<T> seed) : IRepository<T> { public object[] Needs => [store, seed]; }
        [Handler(Lifetime = ServiceLifetime.Singleton)] public sealed class H(IRepository<string> strings) { [Get] public string Get(IRepository<int> ints) => $"{strings}{ints}"; }
        """, files: name => name.StartsWith("CovetModule", StringComparison.Ordinal));

    [Fact]
    public void An_open_generic_is_closed_where_its_own_constraints_are_met_and_nowhere_else() => GeneratorTestHelper.Verify("""
        using Covet;
        namespace Shop;
        public interface IEntity<TKey>; public sealed record Order(int Id) : IEntity<int>; public sealed record Note(string Text) { public Note() : this("") { } }
        public interface IRepository<T>;
        [Singleton(ServiceType = typeof(IRepository<>))] public sealed class Structs<T> : IRepository<T> where T : struct;
        [Singleton(ServiceType = typeof(IRepository<>))] public sealed class Classes<T>(ICache<T> cache) : IRepository<T> where T : class { public object Cache => cache; }
        [Singleton(ServiceType = typeof(IRepository<>))] public sealed class Makeable<T> : IRepository<T> where T : new();
        [Singleton(ServiceType = typeof(IRepository<>))] public sealed class Entities<T> : IRepository<T> where T : IEntity<int>;
        [Singleton(ServiceType = typeof(IRepository<>))] public sealed class Enums<T> : IRepository<T> where T : struct, Enum;
        public interface ICache<T>;
        [Singleton(ServiceType = typeof(ICache<>))] public sealed class EntityCache<T> : ICache<T> where T : IEntity<int>;
        [Handler] public sealed class H(IRepository<string> a, IRepository<int> b, IRepository<Order> c, IEnumerable<IRepository<Note>> d, IRepository<DayOfWeek> e) { [Get] public string Get() => $"{a}{b}{c}{d}{e}"; }
        """, files: name => name.StartsWith("CovetModule", StringComparison.Ordinal));

    [Fact]
    public async Task Lifetimes_keys_and_several_implementations_are_those_that_are_declared()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            public abstract class Counted { private static int last; public int Id { get; } = Interlocked.Increment(ref last); }
            public interface IThing { int Id { get; } }
            [Singleton] public sealed class One : Counted;
            [Scoped] public sealed class PerRequest : Counted;
            [Transient] public sealed class Each : Counted;
            [Singleton<IThing>] public sealed class A : Counted, IThing;
            [Singleton<IThing>] public sealed class B : Counted, IThing;
            [Singleton<IThing>(Key = "k")] public sealed class K : Counted, IThing;
            [Handler]
            public sealed class H(One one, PerRequest perRequest, Each each)
            {
                [Get("same")] public string Same(One one2, PerRequest perRequest2, Each each2) => $"{one == one2}|{perRequest == perRequest2}|{each == each2}";
                [Get("all")] public string All(IEnumerable<IThing> things, [FromKeyedServices("k")] IThing keyed, [FromServices] IThing last) => string.Join(",", things.Select(t => t.GetType().Name)) + "|" + keyed.GetType().Name + "|" + last.GetType().Name;
                [Get("scope")] public string Scope() => $"{perRequest.Id}";
            }
            """);
        Assert.Equal("True|True|False", await app.Client.GetStringAsync(new Uri("same", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("A,B|K|B", await app.Client.GetStringAsync(new Uri("all", UriKind.Relative), TestContext.Current.CancellationToken));
        var first = await app.Client.GetStringAsync(new Uri("scope", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.NotEqual(first, await app.Client.GetStringAsync(new Uri("scope", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_handler_is_disposed_after_its_request_and_a_singleton_handler_is_kept()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            [Singleton] public sealed class Log { public List<string> Lines { get; } = []; }
            [Handler("d")] public sealed class D(Log log) : IDisposable { [Get] public string Get() { log.Lines.Add("call"); return "ok"; } public void Dispose() => log.Lines.Add("disposed"); }
            [Handler("a")] public sealed class A(Log log) : IAsyncDisposable { [Get] public async Task<string> Get() { await Task.Yield(); log.Lines.Add("acall"); return "ok"; } public async ValueTask DisposeAsync() { await Task.Yield(); log.Lines.Add("adisposed"); } }
            [Handler("s", Lifetime = ServiceLifetime.Singleton)] public sealed class S { private int calls; [Get] public string Get() => $"{++calls}"; }
            [Handler("log")] public sealed class L(Log log) { [Get] public string Get() => string.Join(",", log.Lines); }
            """);
        Assert.Equal("ok", await app.Client.GetStringAsync(new Uri("d", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("ok", await app.Client.GetStringAsync(new Uri("a", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("1", await app.Client.GetStringAsync(new Uri("s", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("2", await app.Client.GetStringAsync(new Uri("s", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.StartsWith("call,disposed,acall", await app.Client.GetStringAsync(new Uri("log", UriKind.Relative), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
