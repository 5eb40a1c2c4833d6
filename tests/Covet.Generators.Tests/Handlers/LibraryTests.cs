namespace Covet.Generators.Tests.Handlers;

/// <summary>Handlers, bases and services that come from class libraries, and libraries that meet in one application.</summary>
public sealed class LibraryTests
{
    [Fact]
    public void The_modules_of_two_libraries_stand_in_one_table() => GeneratorTestHelper.Verify(
        """[Covet.Handler("app")] public sealed class AppHandler { [Covet.Get] public string Get() => "app"; }""",
        static file => file is "CovetRoutes.g.cs" or "CovetExtensions.g.cs",
        [
            GeneratorTestHelper.CompileLibrary("Shop.Lib", """[Covet.Handler("dot")] public sealed class H { [Covet.Get("{id:int}")] public string Get(int id) => $"{id}"; }"""),
            GeneratorTestHelper.CompileLibrary("Shop_Lib", """[Covet.Handler("line")] public sealed class H2 { [Covet.Get] public string Get() => "line"; }"""),
        ]);

    [Fact]
    public async Task Libraries_whose_names_differ_in_punctuation_alone_are_both_served()
    {
        var dot = GeneratorTestHelper.CompileLibrary("Shop.Lib", """[Covet.Handler("dot")] public sealed class H { [Covet.Get] public string Get() => "dot"; }""");
        var line = GeneratorTestHelper.CompileLibrary("Shop_Lib", """[Covet.Handler("line")] public sealed class H2 { [Covet.Get] public string Get() => "line"; }""");
        var dash = GeneratorTestHelper.CompileLibrary("Shop-Lib", """[Covet.Handler("dash")] public sealed class H3 { [Covet.Get] public string Get() => "dash"; }""");
        var digit = GeneratorTestHelper.CompileLibrary("3Lib", """[Covet.Handler("digit")] public sealed class H4 { [Covet.Get] public string Get() => "digit"; }""");
        await using var app = await GeneratedApp.StartAsync("public sealed record Nothing(int X);", references: [dot, line, dash, digit]);
        foreach (var path in new[] { "dot", "line", "dash", "digit" })
        {
            Assert.Equal(path, await app.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Libraries_that_close_one_open_generic_service_over_the_same_type_give_it_once()
    {
        var core = GeneratorTestHelper.CompileLibrary("Core", """
            using Covet;
            namespace Core;
            public interface IStore<T> { string Name { get; } }
            [Singleton(ServiceType = typeof(IStore<>))] public sealed class Store<T> : IStore<T> { public string Name => "store of " + typeof(T).Name; }
            [Scoped(ServiceType = typeof(IStore<>), Key = "k")] public sealed class KeyedStore<T>(Log<T> log) : IStore<T> { public string Name => "keyed " + log.Lines; }
            [Transient] public sealed class Log<T> { public int Lines => 3; }
            """);
        static CompiledLibrary Using(CompiledLibrary core, string name) => GeneratorTestHelper.CompileLibrary(
            name,
            $$"""
            using Covet;
            namespace {{name}};
            [Handler("{{name}}")]
            public sealed class {{name}}Handler(IEnumerable<Core.IStore<string>> stores, [FromKeyedServices("k")] IEnumerable<Core.IStore<string>> keyed, IEnumerable<Core.Log<string>> logs)
            {
                [Get] public string Get() => $"{string.Join(",", stores.Select(s => s.Name))}|{string.Join(",", keyed.Select(s => s.Name))}|{logs.Count()}";
            }
            """,
            [core]);
        await using var app = await GeneratedApp.StartAsync(
            """
            using Covet;
            [Handler("app")]
            public sealed class AppHandler(IEnumerable<Core.IStore<string>> stores, IEnumerable<Core.IStore<int>> others)
            {
                [Get] public string Get() => $"{stores.Count()}|{others.Count()}";
            }
            """,
            references: [core, Using(core, "One"), Using(core, "Two")]);
        Assert.Equal("1|1", await app.Client.GetStringAsync(new Uri("app", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("store of String|keyed 3|1", await app.Client.GetStringAsync(new Uri("One", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("store of String|keyed 3|1", await app.Client.GetStringAsync(new Uri("Two", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_library_that_shows_its_internals_to_the_application_shares_no_generated_name_with_it()
    {
        var library = GeneratorTestHelper.CompileLibrary("Lib", """
            [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("App")]
            namespace Lib;
            public sealed record Item([property: Required] string Name, List<string> Tags);
            [Covet.Handler("lib")] internal sealed class LibHandler { [Covet.Post] public List<Item> Post(Item item) => [item]; }
            """);
        await using var app = await GeneratedApp.StartAsync("""
            [Covet.Handler("app")] public sealed class AppHandler { [Covet.Post] public List<Lib.Item> Post(Lib.Item item) => [item]; }
            """, references: [library]);
        foreach (var path in new[] { "lib", "app" })
        {
            using var content = new StringContent("""{"name":"a","tags":["b"]}""", System.Text.Encoding.UTF8, "application/json");
            using var response = await app.Client.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            Assert.Equal("""[{"name":"a","tags":["b"]}]""", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task A_generic_base_of_a_library_without_handlers_of_its_own_is_inherited()
    {
        var library = GeneratorTestHelper.CompileLibrary("Bases", """
            using Covet;
            namespace Bases;
            /// <summary>Lists things.</summary>
            [Tags("crud")]
            public abstract class Crud<TItem, TKey>(IEnumerable<TItem> items) where TKey : struct
            {
                protected abstract TKey KeyOf(TItem item);
                [Get] public IEnumerable<TItem> All() => items;
                [Get("{key}")] public TItem? Find(TKey key) => items.FirstOrDefault(item => KeyOf(item).Equals(key));
            }
            """);
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            public sealed record Pet(int Id, string Name);
            [Singleton<IEnumerable<Pet>>] public sealed class Pets : List<Pet> { public Pets() => Add(new Pet(1, "Rex")); }
            [Handler("pets")] public sealed class PetHandler(IEnumerable<Pet> pets) : Bases.Crud<Pet, int>(pets) { protected override int KeyOf(Pet item) => item.Id; }
            """, references: [library]);
        Assert.Equal("""[{"id":1,"name":"Rex"}]""", await app.Client.GetStringAsync(new Uri("pets", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("""{"id":1,"name":"Rex"}""", await app.Client.GetStringAsync(new Uri("pets/1", UriKind.Relative), TestContext.Current.CancellationToken));
        using var missing = await app.Client.GetAsync(new Uri("pets/2", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task An_open_generic_service_of_a_library_is_closed_over_what_the_application_asks_for()
    {
        var library = GeneratorTestHelper.CompileLibrary("Lib", """
            using Covet;
            namespace Lib;
            public interface IRepository<T> { string Name { get; } }
            public sealed record Order(int Id);
            [Singleton] public sealed class Prefix { public string Text => "repository of "; }
            [Singleton(ServiceType = typeof(IRepository<>))] public sealed class Repository<T>(Prefix prefix) : IRepository<T> { public string Name => prefix.Text + typeof(T).Name; }
            [Handler("orders")] public sealed class OrderHandler(IRepository<Order> orders) { [Get] public string Get() => orders.Name; }
            """);
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            public sealed record Pet(int Id);
            [Handler("app")]
            public sealed class PetHandler(Lib.IRepository<Pet> pets, IEnumerable<Lib.IRepository<Lib.Order>> orders)
            {
                [Get] public string Get() => pets.Name + ", and of orders " + orders.Count();
            }
            """, references: [library]);
        Assert.Equal("repository of Order", await app.Client.GetStringAsync(new Uri("orders", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("repository of Pet, and of orders 1", await app.Client.GetStringAsync(new Uri("app", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_method_that_a_librarys_base_keeps_to_itself_is_refused_where_the_handler_stands()
    {
        var library = GeneratorTestHelper.CompileLibrary("Bases", """
            namespace Bases;
            public abstract class Base { [Covet.Get("x")] internal string X() => ""; [Covet.Get("y")] protected internal string Y() => ""; }
            """);
        var run = GeneratorTestHelper.Refuse("""[Covet.Handler] public sealed class H : Bases.Base;""", [library]);
        Assert.NotEmpty(run.Diagnostics);
        Assert.All(run.Diagnostics, diagnostic =>
        {
            Assert.Contains("(CVT0209)", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
            Assert.Equal(GeneratorTestHelper.UserPath, diagnostic.Location.SourceTree?.FilePath);
        });
    }

    [Fact]
    public void Routes_of_two_libraries_that_meet_are_refused_in_the_application()
    {
        var one = GeneratorTestHelper.CompileLibrary("One", """[Covet.Handler("same")] public sealed class A { [Covet.Get("{x}")] public string Get(string x) => x; }""");
        var two = GeneratorTestHelper.CompileLibrary("Two", """[Covet.Handler("same")] public sealed class B { [Covet.Get("{y}")] public string Get(string y) => y; }""");
        var run = GeneratorTestHelper.Refuse("public sealed record Nothing(int X);", [one, two]);
        var diagnostic = Assert.Single(run.Diagnostics);
        var message = diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Contains("(CVT0104)", message, StringComparison.Ordinal);
        Assert.Contains("A.Get", message, StringComparison.Ordinal);
        Assert.Contains("B.Get", message, StringComparison.Ordinal);
    }
}
