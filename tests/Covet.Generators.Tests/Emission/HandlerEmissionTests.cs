namespace Covet.Generators.Tests.Emission;

/// <summary>How handlers are made and called, and how their endpoints come together.</summary>
public sealed class HandlerEmissionTests
{
    [Fact]
    public void Handlers_are_made_for_each_request_or_once_and_released() => GeneratorTestHelper.Verify(
        """
        using Covet;
        namespace Shop;
        public abstract class Crud<T>(IEnumerable<T> items) { [Get] public IEnumerable<T> All() => items; }
        [Handler("/derived")] public sealed class Derived(IEnumerable<int> items) : Crud<int>(items);
        [Handler("/once", Lifetime = ServiceLifetime.Singleton)] public sealed class Once(TimeProvider clock) { [Get] public int Year() => clock.GetUtcNow().Year; }
        [Handler("/released")] public sealed class Released : IAsyncDisposable { [Get] public int One() => 1; public ValueTask DisposeAsync() => default; }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));

    [Fact]
    public void Several_verbs_versions_and_attributes_are_definitions_and_metadata() => GeneratorTestHelper.Verify(
        """
        using Covet;
        [assembly: ApiVersioning(Header = "X-Version")]
        namespace Shop;
        [AttributeUsage(AttributeTargets.Method)] public sealed class NoteAttribute(string text, params Type[] types) : Attribute { public string Text => text; public Type[] Types => types; public int Level { get; set; } }
        [Handler("/orders"), Tags("orders")]
        public sealed class OrderHandler
        {
            [Get, Get("/all-orders", Name = "all", Order = 5), Verb("QUERY", "search")]
            [Note("\"a\"", typeof(int?), typeof(List<>), Level = 3), Authorize(Roles = "clerk"), RequestTimeout(500), OutputCache(Duration = 10), EnableCors("open")]
            public string All() => "";
        }
        """,
        file => file.StartsWith("Endpoint", StringComparison.Ordinal));

    [Fact]
    public void A_library_has_a_module_that_the_application_takes_in()
    {
        GeneratorTestHelper.Verify(
            """
            using Covet;
            namespace App;
            [Handler("/app")] public sealed class AppHandler(Lib.IStore<int> numbers) { [Get("{id:int:min(1)}.{ext}")] public string Get(int id, string ext) => $"{numbers}{id}{ext}"; [Get("{**rest}")] public string? Rest(string? rest) => rest; }
            """,
            file => file is "CovetModule.g.cs" or "CovetRoutes.g.cs" or "CovetExtensions.g.cs",
            [GeneratorTestHelper.CompileLibrary("Shop.Lib", Library)]);
    }

    [Fact]
    public void The_module_of_a_library_says_what_it_holds() => GeneratorTestHelper.Verify(
        Library,
        file => file == "CovetModule.g.cs",
        outputKind: Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary);

    private const string Library = """
        using Covet;
        namespace Lib;
        public interface IStore<T>;
        [Scoped(ServiceType = typeof(IStore<>))] public sealed class Store<T>(TimeProvider clock) : IStore<T> { public object Need => clock; }
        [Handler("/lib")] public sealed class LibHandler(IStore<string> store) { [Get("{id?}"), Post] public string Get(Guid? id) => $"{store}{id}"; }
        """;
}
