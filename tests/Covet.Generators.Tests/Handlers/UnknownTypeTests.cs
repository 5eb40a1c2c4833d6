using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Covet.Generators.Tests.Handlers;

/// <summary>
/// A type that is not there, at every place where a type can be written: the compiler says so at the user's own line, and neither
/// the generator nor a generated file adds to it; the other handlers are generated as ever.
/// </summary>
public sealed partial class UnknownTypeTests
{
    private const string Fine = """
        namespace Fine
        {
            [Handler("fine")] public sealed class FineHandler(IClock clock) { [Post] public Answer Post(Question question, int n = 5) => new(question.Text + n + clock); }
            public sealed record Question([property: Required] string Text); public sealed record Answer(string Text);
            public interface IClock; [Singleton<IClock>] public sealed class Clock : IClock;
        }
        """;

    // Each is a type by itself and within others; N is a namespace that is there.
    private static readonly string[] Unknown = ["Missing", "List<Missing>", "Missing[]", "(int A, Missing B)", "Missing<int>", "N.Missing", "Dictionary<string, Missing?[]>", "Shop.Box<Missing>.Inner", "Shop.Box"];

    public static TheoryData<string> Places =>
    [
        // Parameters.
        "[Handler(\"h\")] public sealed class H { [Get] public string Get(@ x) => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Get(\"{x}\")] public string Get(@ x) => \"\"; [Get(\"other\")] public string Other() => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Post] public string Post(@ x) => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Post] public string Post([FromBody] @ x) => \"\"; [Get] public string Get([FromQuery] @ x) => \"\"; [Put] public string Put([FromHeader] @ x) => \"\"; [Patch] public string Patch([FromCookie] @ x) => \"\"; [Delete] public string Delete([FromServices] @ x) => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Post] public string Post([FromForm] @ x) => \"\"; [Get] public string Get([AsParameters] @ x) => \"\"; [Put(\"{x}\")] public string Put([FromRoute] @ x) => \"\"; [Patch] public string Patch([FromKeyedServices(\"k\")] @ x) => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Post] public string Post(IAsyncEnumerable<@> x) => \"\"; [Get] public string Get(IEnumerable<@> x) => \"\"; [Put] public string Put(params @[] x) => \"\"; [Patch] public string Patch(in @ x) => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Get] public string Get(int x = @.A) => \"\"; [Put] public string Put(string x = nameof(@)) => \"\"; [Patch] public string Patch(@ x = default) => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Get] public string Get([Mark(typeof(@))] int x) => \"\"; } public sealed class MarkAttribute(Type type) : Attribute { public Type Type => type; }",
        "[Handler(\"h\")] public sealed class H { [Get] public string Get([Range(typeof(@), \"1\", \"2\")] int x, [EnumDataType(typeof(@))] string y, [CustomValidation(typeof(@), \"V\")] string z) => \"\"; }",
        "public sealed record P(@ X); [Handler(\"h\")] public sealed class H { [Get] public string Get([AsParameters] P p) => \"\"; }",
        "public sealed record P(int Y) { public @ X { get; init; } [FromHeader] public @ Z { get; set; } = default!; } [Handler(\"h\")] public sealed class H { [Get] public string Get([AsParameters] P p) => \"\"; [Post] public string Post([FromForm] P p) => \"\"; }",
        "public sealed record P([AsParameters] Q Q); public sealed record Q(int Y, @ X); [Handler(\"h\")] public sealed class H { [Get] public string Get([AsParameters] P p) => \"\"; }",
        "public class P : @ { public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Get] public string Get([AsParameters] P p) => \"\"; [Post] public string Post([FromForm] P p) => \"\"; [Put] public string Put(P p) => \"\"; [Patch] public string Patch(P p, int y) => \"\"; }",
        "public class P { public static bool TryParse(string? s, out @ p) => throw new InvalidOperationException(); } [Handler(\"h\")] public sealed class H { [Get] public string Get(P p) => \"\"; [Get(\"{p}\")] public string Find(P p) => \"\"; }",
        "public class P : IParsable<@> { } [Handler(\"h\")] public sealed class H { [Get] public string Get(P p) => \"\"; [Get(\"{p}\")] public string Find([FromRoute] P p) => \"\"; }",
        "public class P { public static ValueTask<@> BindAsync(HttpContext context) => default; } [Handler(\"h\")] public sealed class H { [Get] public string Get(P p) => \"\"; }",
        "public class P : @; [Handler(\"h\")] public sealed class H { [Get] public string Get(P p) => \"\"; [Get(\"{p}\")] public string Find(P p) => \"\"; [Put] public string Put([FromHeader] P p) => \"\"; }",
        "public enum E : @ { A, B } [Handler(\"h\")] public sealed class H { [Post] public E Get(E e = E.B) => e; }",

        // Results.
        "[Handler(\"h\")] public sealed class H { [Get] public @ Get() => throw new InvalidOperationException(); }",
        "[Handler(\"h\")] public sealed class H { [Get] public @? Get() => throw new InvalidOperationException(); [Put] public Task<@?> Put() => throw new InvalidOperationException(); }",
        "[Handler(\"h\")] public sealed class H { [Get] public Task<@> Get() => throw new InvalidOperationException(); [Put] public ValueTask<List<@>> Put() => throw new InvalidOperationException(); [Patch] public Task<Task<@>> Patch() => throw new InvalidOperationException(); }",
        "[Handler(\"h\")] public sealed class H { [Get] public IAsyncEnumerable<@> Get() => throw new InvalidOperationException(); [Put] public IEnumerable<@> Put() => []; [Patch] public Task<Dictionary<string, @>> Patch() => throw new InvalidOperationException(); }",
        "[Handler(\"h\")] public sealed class H { [Get] public Results<Ok<@>, NotFound> Get() => TypedResults.NotFound(); [Put] public Ok<@> Put() => throw new InvalidOperationException(); [Patch] public async Task<Results<Created<@>, Results<Ok, Conflict<@>>>> Patch() { await Task.Yield(); return null!; } }",
        "[Handler(\"h\")] public sealed class H { [Get] public IResult Get() => Results.Ok<@>(default!); [Put] public IResult Put() => TypedResults.Json(new List<@>()); [Patch] public IResult Patch() => Results.Ok(new @()); }",
        "[Handler(\"h\")] public sealed class H { [Get] public object Get() => new @(); [Put] public Ok<object> Put() => TypedResults.Ok<object>(new List<@>()); }",
        "[Handler(\"h\")] public sealed class H { [Get] public R Get() => throw new InvalidOperationException(); } public sealed class R : @, IResult { public Task ExecuteAsync(HttpContext context) => Task.CompletedTask; }",
        "[Handler(\"h\")] public sealed class H { [Get, ProducesResponseType(typeof(@), 200)] public string Get() => \"\"; [Put, ProducesResponseType<@>(200)] public string Put() => \"\"; }",
        "[Handler(\"h\"), ProducesResponseType(typeof(@), 418)] public sealed class H { [Get] public string Get() => \"\"; }",

        // JSON.
        "public sealed record Item(@ X); [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Item { public int Y { get; set; } public required @ X { get; init; } public List<Item> Items { get; } = []; } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Item { [JsonInclude] private @ X; [JsonExtensionData] public Dictionary<string, @> Rest { get; set; } = []; [JsonIgnore] public @ Y { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Item { [JsonIgnore] public @ Y { get; set; } = default!; } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Item(@ x) { public @ X => x; public int Y { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Item { public Item(int y, @ x) { } public int Y { get; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public class Item : @ { public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; [Get] public Item Get(Item item) => item; }",
        "public record Item(int X) : @(X); [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public class Item : IReadOnlyList<@> { } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public class Item : List<@> { } public struct Other : IEnumerable<@> { } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; [Put] public Other Put(Other item) => item; }",
        "public interface IItem : @ { int X { get; } } [Handler(\"h\")] public sealed class H { [Get] public IItem Get() => throw new InvalidOperationException(); }",
        "[JsonConverter(typeof(@))] public sealed class Item { public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Item { [JsonConverter(typeof(@))] public int X { get; set; } [JsonConverter(typeof(JsonStringEnumConverter<@>))] public DayOfWeek Y { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public class ItemConverter : JsonConverter<@> { } [JsonConverter(typeof(ItemConverter))] public sealed class Item { public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public class ItemConverter : @ { } public sealed class Item { [JsonConverter(typeof(ItemConverter))] public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "[JsonDerivedType(typeof(@), \"m\"), JsonDerivedType(typeof(Derived), \"d\")] public abstract class Item { public int X { get; set; } } public sealed class Derived : Item; [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "[JsonDerivedType(typeof(Derived), \"d\")] public abstract class Item { public int X { get; set; } } public sealed class Derived : Item { public @ Y { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "[JsonDerivedType(typeof(Derived), \"d\")] public abstract class Item { public int X { get; set; } } public sealed class Derived : @ { public int Y { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "[JsonModel] public sealed class Item { public @ X { get; set; } public Dictionary<@, int> Y { get; set; } }",
        "[assembly: JsonModel(typeof(@))] public sealed class Item;",
        "public static class Use { public static string Write(object o) => CovetJson.Serialize<@>((dynamic)o); public static object Read() => CovetJson.Deserialize<@>(\"\")!; public static object Other() => CovetJson.Serialize(new @()); }",
        "public sealed record Item(@ X); public static class Use { public static string Write(Item o) => CovetJson.Serialize(o); public static object Read() => CovetJson.Deserialize<Item>(\"\")!; }",
        "public sealed class Pair<T> { public T A { get; set; } = default!; } [Handler(\"h\")] public sealed class H { [Post] public Pair<@> Post(Pair<@> item) => item; }",

        // Rules.
        "public sealed class Item { [CustomValidation(typeof(@), \"V\")] public int X { get; set; } [EnumDataType(typeof(@))] public string Y { get; set; } = \"\"; [Range(typeof(@), \"1\", \"2\")] public int Z { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class OwnAttribute : ValidationAttribute { public Type Type { get; set; } } public sealed class Item { [Own(Type = typeof(@))] public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public sealed class Own<T> : ValidationAttribute; public sealed class Item { [Own<@>] public int X { get; set; } } [Handler(\"h\"), Own<@>] public sealed class H { [Post] public Item Post(Item item, [Own<@>] int y) => item; }",
        "public sealed class OwnAttribute(@ x) : ValidationAttribute; public sealed class Item { [Own(null)] public int X { get; set; } } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item, [Own(null)] int y) => item; }",
        "public sealed class OwnAttribute : @; [Own] public sealed class Item { [Own] public int X { get; set; } } [Handler(\"h\"), Own] public sealed class H { [Post, Own] public Item Post(Item item, [Own] int y) => item; }",
        "public sealed class Item : IValidatableObject { [Required(ErrorMessageResourceType = typeof(@), ErrorMessageResourceName = \"N\")] public string X { get; set; } = \"\"; public IEnumerable<ValidationResult> Validate(ValidationContext context) => []; } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",
        "public static class V { public static ValidationResult? Check(@ x, ValidationContext context) => null; } public sealed class Item { [CustomValidation(typeof(V), \"Check\")] public string X { get; set; } = \"\"; } [Handler(\"h\")] public sealed class H { [Post] public Item Post(Item item) => item; }",

        // Handlers and services.
        "[Handler(\"h\")] public sealed class H(@ x) { [Get] public string Get() => \"\" + x; [Post] public static string Post() => \"\"; }",
        "[Handler(\"h\")] public sealed class H { public H(IEnumerable<@> x) { } [Get] public string Get() => \"\"; }",
        "[Handler(\"h\")] public sealed class H : @ { [Get] public string Get() => \"\"; }",
        "[Handler(\"h\")] public sealed class H : IDisposable, @ { [Get] public string Get() => \"\"; public void Dispose() { } }",
        "public abstract class Crud<T> { [Get] public T Get() => default!; [Post] public T Post(T x) => x; } [Handler(\"h\")] public sealed class H : Crud<@>;",
        "public abstract class Crud<T>(IList<T> items) { [Get] public string Get(int n) => \"\" + n + items; [Post] public string Post([FromServices] IComparer<T> x) => \"\" + x; } [Handler(\"h\")] public sealed class H(IList<@> items) : Crud<@>(items);",
        "public abstract class Base : @ { [Get] public virtual string Get() => \"\"; } [Handler(\"h\")] public sealed class H : Base { public override string Get() => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Get, Mark(typeof(@))] public string Get() => \"\"; } public sealed class MarkAttribute(Type type) : Attribute { public Type Type => type; public object? Other { get; set; } }",
        "[Handler(\"h\"), Mark(Other = typeof(@))] public sealed class H { [Get, Mark<@>, Mark(Other = new object[] { 1, typeof(@) })] public string Get() => \"\"; } public sealed class MarkAttribute : Attribute { public object? Other { get; set; } } [AttributeUsage(AttributeTargets.All, AllowMultiple = true)] public sealed class MarkAttribute<T> : Attribute;",
        "[Handler(@.Path)] public sealed class H { [Get(@.Path)] public string Get() => \"\"; [Post(\"\" + nameof(@))] public string Post() => \"\"; }",
        "[Handler(\"h\", Lifetime = @.Singleton)] public sealed class H { [Get(Name = @.Name)] public string Get() => \"\"; [Post, Authorize(Policy = @.Name), RequirePermission(@.Name)] public string Post() => \"\"; [Put, Tags(@.Name), EnableRateLimiting(@.Name), RateLimit(@.N, \"1m\")] public string Put() => \"\"; }",
        "[Handler(\"h\"), MapException<@>(404)] public sealed class H { [Get, MapException<@>(404)] public string Get() => \"\"; }",
        "public static class Loose { [Get(\"loose\")] public static @ Get() => default!; [Post(\"loose\")] public static string Post(@ x) => \"\"; [Put(\"loose\")] public static string Put() => \"\"; }",
        "[Handler(\"h\")] public sealed class H { [Get] public string Get([FromKeyedServices(typeof(@))] IServiceProvider x, [FromKeyedServices(@.Key)] IServiceProvider y) => \"\"; }",
        "[Singleton] public sealed class S(@ x) { public object X => x; }",
        "[Scoped] public sealed class S { public S(IEnumerable<@> x, int y = 5) { } }",
        "[Singleton<@>] public sealed class S;",
        "[Transient(ServiceType = typeof(@))] public sealed class S;",
        "[Singleton] public sealed class S : @;",
        "public interface IThing; [Singleton<IThing>] public sealed class S : @, IThing;",
        "public interface IThing<T>; [Singleton<IThing<@>>] public sealed class S : IThing<@>;",
        "public interface IThing : @; [Singleton<IThing>] public sealed class S : IThing;",
        "public interface IThing<T>; [Singleton(ServiceType = typeof(IThing<>))] public sealed class S<T>(@ x, IThing<T> other) : IThing<T> { public object X => x ?? (object)other; } [Handler(\"h\")] public sealed class H(IThing<int> thing, IThing<@> other) { [Get] public string Get() => \"\" + thing + other; }",
        "public interface IThing<T>; [Singleton(ServiceType = typeof(IThing<>))] public sealed class S<T> : IThing<T>; [Handler(\"h\")] public sealed class H(IThing<@> other) { [Get] public string Get() => \"\" + other; } [Handler(\"i\")] public sealed class I { [Get] public string Get(IThing<@> thing) => \"\" + thing; }",
        "public interface IThing<T>; [Singleton(ServiceType = typeof(IThing<>))] public sealed class S<T> : IThing<T> where T : @; [Handler(\"h\")] public sealed class H(IThing<int> other) { [Get] public string Get() => \"\" + other; }",
        "[Singleton(Key = typeof(@))] public sealed class S; [Singleton(Key = @.Key)] public sealed class T([FromKeyedServices(typeof(@))] S s) { public object X => s; }",

        // Filters.
        "[Handler(\"h\"), Filter<@>] public sealed class H { [Get, Filter<@>] public string Get() => \"\"; }",
        "public sealed class F(@ x) : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); public object X => x; } [Handler(\"h\"), Filter<F>] public sealed class H { [Get] public string Get() => \"\"; }",
        "public sealed class F : @ { } [Handler(\"h\")] public sealed class H { [Get, Filter<F>] public string Get() => \"\"; }",
        "public sealed class F : IEndpointFilter, @ { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); } [Handler(\"h\")] public sealed class H { [Get, Filter<F>] public string Get() => \"\"; }",
        "public sealed class F : ICallFilter<@, string> { public ValueTask<string> InvokeAsync<TNext>(HttpContext context, @ arguments, TNext next) where TNext : struct, ICallNext<@, string> => next.InvokeAsync(arguments); } [Handler(\"h\")] public sealed class H { [Get, Filter<F>] public string Get(int x) => \"\"; [Put, Filter<F>] public string Get(@ x) => \"\"; }",
        "public sealed class F<T> : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); } [Handler(\"h\")] public sealed class H { [Get, Filter<F<@>>] public string Get() => \"\"; }",
        "[Singleton] public sealed class F(@ x) : IEndpointFilter { public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context); public object X => x; } [Handler(\"h\")] public sealed class H { [Get, Filter<F>] public string Get() => \"\"; }",
        "[assembly: Filter<@>] [assembly: MapException<@>(404)] public sealed class Nothing;",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_type_that_is_not_there_is_the_compilers_error_alone(string place)
    {
        var parts = place.StartsWith("[assembly:", StringComparison.Ordinal) ? place.LastIndexOf(")]", StringComparison.Ordinal) + 2 : 0;

        // What is no name cannot be a base whether it is there or not, and the compiler then takes none.
        string[] unknown = [.. Unknown.Where(type => !BaseList().IsMatch(place) || char.IsLetterOrDigit(type[^1]) || type[^1] == '>')];
        var source = "using Covet;\n"
            + string.Concat(unknown.Select(type => place[..parts].Replace("@", type, StringComparison.Ordinal) + "\n"))
            + "namespace N { public sealed class Other; }\nnamespace Shop { public static class Box<T> { public class Inner { public T? Value { get; set; } }; } }\n"
            + string.Concat(unknown.Select((type, i) => $"namespace T{i} {{ {place[parts..].Replace("@", type, StringComparison.Ordinal).Replace("(\"", $"(\"{i}", StringComparison.Ordinal)} }}\n"))
            + Fine;
        var run = GeneratorTestHelper.RunRandom(source);
        var faults = run.FaultsOutsideOfUsersFiles();
        Assert.True(faults.Count == 0, string.Join("\n", faults.Take(10)) + "\n" + GeneratorRun.Describe(faults));
        Assert.True(run.Diagnostics.IsEmpty, "reported: " + string.Join("\n", run.Diagnostics) + "\n" + source);
        Assert.Contains(run.FileNames, name => name.StartsWith("Endpoint.Fine_FineHandler", StringComparison.Ordinal));
        Assert.Contains(run.FileNames, name => name == "Json.Fine_Answer.g.cs");
        Assert.Contains(run.Output.GetDiagnostics(TestContext.Current.CancellationToken), d => d.Severity == DiagnosticSeverity.Error);
    }

    [GeneratedRegex(@"(class|record|interface) \w+(\([^)]*\))? : @")]
    private static partial Regex BaseList();
}
