namespace Covet.Generators.Tests.Incremental;

/// <summary>
/// A program in several files, with places that may be written in several ways: each changes what other files mean, or does not. A place
/// is <c>⟦one¦other¦third⟧</c>; the first is how it stands at the start.
/// </summary>
internal static class ShopProgram
{
    public static IReadOnlyList<(string Text, string Path)> Files { get; } =
    [
        ("""
        using Covet;
        ⟦¦using Kind = System.DayOfWeek;¦using Item = Other.Item;⟧
        namespace ⟦Shop¦Store⟧;
        /// <summary>Items. ⟦¦See <see cref="Paging"/>.⟧</summary>
        [Handler(⟦"items"¦Routes.Items¦Routes.Items + "/x"⟧), Tags(Routes.Tag)]
        public sealed class ItemHandler(⟦¦IClock clock¦IRepository<Item> items¦IRepository<⟦Item¦int⟧> items, IClock? clock = null⟧)
        {
            public const string Name = "⟦n¦m⟧";
            private readonly int ⟦held¦other⟧ = 1;
            [Get("{id}")] public ⟦Item?¦Task<Item>¦int¦List<Item>¦Results<Ok<Item>, NotFound>⟧ Find(⟦int¦Guid¦Kind⟧ id, int n = ⟦5¦Defaults.N⟧) => throw new InvalidOperationException("⟦a¦b⟧" + id + n + held);
            ⟦¦#nullable disable⟧
            [Post] public Item Add(Item item, ⟦[AsParameters] ¦⟧Paging paging) { ⟦¦int x = 1; _ = x;⟧ return item; }
            [Put("⟦a¦b¦{id}⟧"), Filter<Stamp>] public string Put([FromHeader(Name = ⟦"h"¦Routes.Header⟧)] string? h, ⟦CancellationToken token¦Kind kind = Kind.A¦⟦string s = nameof(Find)¦string s = ""⟧⟧) => h ?? "";
        }
        """, "/app/Items.cs"),
        ("""
        ⟦using Shop;¦using Shop; using Store;⟧
        namespace Shop
        {
            ⟦¦#nullable disable⟧
            public ⟦sealed ¦⟧record Item(⟦int¦long¦string⟧ Id, ⟦string¦string?⟧ Name, Kind Kind = Kind.⟦A¦B⟧)⟦¦ : Thing⟧ { ⟦[System.ComponentModel.DataAnnotations.Range(1, 2)]¦⟧ public int N { get⟦;¦ => 1;¦ { return 2; }¦ => field;⟧ ⟦init;¦set;¦init { }⟧ } ⟦¦public Item? Next { get; set; }⟧ }
            public record Thing { ⟦[JsonIgnore] ¦⟧public string Of { get; set; } = "⟦x¦y⟧"; }
            public enum Kind { A, ⟦B¦B = 7¦B, C⟧ }
            public sealed record Paging(int Limit = ⟦20¦30⟧⟦¦, string After = "a"⟧) { public int More { get; set; } = ⟦1¦2⟧; }
            public static class Helper { public static int Twice(int x) { ⟦¦
        #nullable disable
            ⟧ return x; } public static ⟦int¦string⟧ Once() => default!; }
            public sealed record After(string Text);
        }
        namespace Store { public sealed record ⟦Item¦Unused⟧(string Text); }
        namespace Other { public sealed record Item(bool Flag); }
        """, "/app/Model.cs"),
        ("""
        using Covet;
        using Shop;
        public interface IClock ⟦;¦: IDisposable;⟧
        ⟦[Singleton<IClock>]¦[Scoped<IClock>]¦[Singleton<IClock>(Key = "k")]¦⟧ public sealed class Clock : IClock { public void Dispose() { } }
        public interface IRepository<T>;
        [⟦Singleton¦Transient⟧(ServiceType = typeof(IRepository<>))] public sealed class Repository<T>(⟦TimeProvider clock¦IClock clock, IRepository<⟦T¦string⟧> other⟧) : IRepository<T> ⟦¦where T : class⟧ { public string Text() { return "⟦a¦b⟧" + clock; } }
        public ⟦sealed¦sealed partial⟧ class Stamp⟦¦(IClock clock)⟧ : IEndpointFilter { public int N { get ⟦=> 1;¦=> field;⟧ } public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) { return next(context); } }
        public static class Routes { public const string Items = "⟦things¦goods⟧", Tag = "⟦t¦u⟧", Header = "X"; }
        public static class Defaults { public const int N = ⟦1¦2⟧; }
        """, "/app/Services.cs"),
        ("""
        using Covet;
        using Shop;
        ⟦using Store;¦using Answer = Microsoft.AspNetCore.Http.IResult;⟧
        [Handler("hidden")] public sealed class HiddenHandler
        {
            [Get("⟦a¦aa⟧")] public IResult A() => Results.Ok(⟦new After("a")¦Helper.Once()¦new ItemHandler(null!).Find(default)¦new Rest().Text(1)⟧);
            [Get("b")] public ⟦R¦IResult¦Task<R>¦Answer⟧ B() => Results.Ok(new Rest().Text(⟦1¦2⟧));
            [Get("c")] public ⟦object¦Any⟧ C() => ⟦new Rest().Text(1)¦new { A = 1 }⟧;
        }
        [Handler("derived")] public sealed class DerivedHandler : Base<⟦Item¦After⟧> { ⟦¦public override IResult Open() => Results.Ok(1);⟧ }
        [Handler("calls")] public sealed class CallHandler { [Get] public string Get() => CovetJson.Serialize(new Rest().Text(1)) + CovetJson.Serialize(Helper.Once()); [Get(nameof(Rest.⟦Text¦Other⟧))] public string Named() => ""; }
        """, "/app/Hidden.cs"),
        ("""
        using Covet;
        using Shop;
        public abstract class Base<T> { [Get("t")] public T? Typed(⟦T? x = default¦[FromQuery] int x = 1⟧) { return default; } [Get("open")] public virtual IResult Open() { return Results.Ok(⟦new After("")¦new Rest().Text(1)¦Made()¦1⟧); } private static ⟦After¦List<After>⟧ Made() => null!; [Get("any")] public object Any() { return ⟦1¦new { A = 1 }⟧; } }
        [Handler("rest")] public sealed class Rest { [Get("⟦x¦y⟧")] public ⟦string¦Item¦List<int>¦After⟧ Text(int x) => default!; [Get("other")] public string Other() => ""; }
        [Handler("part")] public sealed partial class Part { [Get] public ⟦string¦int⟧ Get() => Made(); }
        public static class Loose { [Get("loose/⟦a¦b⟧")] public static ⟦string¦After⟧ One() => default!; [Post("loose")] public static After Two(⟦After¦Item⟧ x) => default!; ⟦[Get("items/{id}")]¦⟧ public static string Three(int id) => ""; }
        """, "/app/Rest.cs"),
        ("""
        global using R = Microsoft.AspNetCore.Http.⟦IResult¦HttpResults.Ok⟧;
        global using Any = System.⟦Object¦String⟧;
        ⟦global using Store;¦⟧
        using Covet;
        using Shop;
        [assembly: ⟦CovetJsonOptions(UseStringEnums = true)¦CovetJsonOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)¦CovetOptions(ValidationStatusCode = 422)⟧]
        [assembly: JsonModel(typeof(⟦After¦Item¦List<Thing>⟧))]
        ⟦[assembly: Filter<Stamp>]¦⟧
        public sealed partial class Part { ⟦private static string Made() => "";¦private static int Made() => 1;⟧ ⟦¦[Post] public string Post() => "";⟧ }
        """, "/app/Assembly.cs"),
    ];
}
