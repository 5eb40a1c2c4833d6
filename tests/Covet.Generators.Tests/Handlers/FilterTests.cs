using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Filters as the generator composes them: the code, the order, the errors, and what requests see.</summary>
public sealed class FilterTests
{
    private const string Filters = """
        using Covet;
        [Singleton] public sealed class Trace(List<string> lines)
        {
            public void Add(string line) { lock (lines) { lines.Add(line); } }
        }
        public class Around(Trace trace, string name) : ICallFilter
        {
            public async ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
                where TNext : struct, ICallNext<TArguments, TResult>
            {
                trace.Add($"{name}({arguments})");
                var result = await next.InvokeAsync(context, arguments);
                trace.Add($"{name}={result}");
                return result;
            }
        }
        public sealed class A(Trace trace) : Around(trace, "A");
        public sealed class B(Trace trace) : Around(trace, "B");
        public sealed class C(Trace trace) : Around(trace, "C");
        public sealed class D(Trace trace) : Around(trace, "D");
        public sealed class Boxed(Trace trace) : IEndpointFilter
        {
            public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                trace.Add($"Boxed({string.Join(",", context.Arguments)})");
                return context.HttpContext.Request.Headers["X-Answer"].ToString() switch
                {
                    "teapot" => TypedResults.StatusCode(418),
                    "text" => "text",
                    "json" => new Todo(9, "other"),
                    "number" => 5,
                    "null" => null,
                    "change" => await Change(context, next),
                    _ => await next(context),
                };
            }

            private static ValueTask<object?> Change(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
            {
                context.Arguments[0] = 7;
                return next(context);
            }
        }
        [Covet.JsonModel] public sealed record Todo(int Id, string Title);
        """;

    [Fact]
    public void Three_kinds_of_filters_become_plain_calls_in_the_order_that_is_written() => GeneratorTestHelper.Verify(
        """
        using Covet;
        [assembly: Filter<Shop.Audit>]
        namespace Shop;
        public sealed class Audit(TimeProvider clock) : ICallFilter
        {
            public object Need => clock;
            public ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
                where TNext : struct, ICallNext<TArguments, TResult> => next.InvokeAsync(context, arguments);
        }
        public sealed class Old : IEndpointFilter
        {
            public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) => next(context);
        }
        public sealed class OwnOrders : ICallFilter<(int id, string? @class), Order?>
        {
            public ValueTask<Order?> InvokeAsync<TNext>(HttpContext context, (int id, string? @class) arguments, TNext next)
                where TNext : struct, ICallNext<(int id, string? @class), Order?> => next.InvokeAsync(context, arguments);
        }
        public sealed record Order(int Id);
        [Handler("/orders"), Filter<Old>]
        public sealed class OrderHandler(TimeProvider clock)
        {
            [Get("{id}"), Filter<OwnOrders>] public async Task<Order?> Find(int id, string? @class) { await Task.Yield(); return clock is null || @class == "" ? null : new(id); }
        }
        """,
        files: name => name.StartsWith("Endpoint", StringComparison.Ordinal));

    [Fact]
    public async Task Filters_of_the_assembly_stand_outside_of_the_class_and_these_outside_of_the_method()
    {
        await using var app = await StartAsync("""
            [Handler("x"), Filter<B>]
            public class Base
            {
                [Get, Filter<D>] public virtual string Get(int n) => $"got {n}";
                [Get("nothing")] public async Task Nothing() => await Task.Yield();
                [Get("void")] public void Void() { }
                [Get("two")] public ValueTask<int> Two(int n, string s) => new(n + s.Length);
                [Get("static")] public static string Static() => "s";
            }
            [Handler("y"), Filter<C>] public sealed class Derived : Base { public override string Get(int n) => $"derived {n}"; }
            """);
        Assert.Equal("A(1) B(1) D(1) D=got 1 B=got 1 A=got 1", await TracedAsync(app, "x?n=1", "got 1"));
        Assert.Equal("A(2) B(2) C(2) D(2) D=derived 2 C=derived 2 B=derived 2 A=derived 2", await TracedAsync(app, "y?n=2", "derived 2"));
        Assert.Equal("A(()) B(()) B=NoResult { } A=NoResult { }", await TracedAsync(app, "x/nothing", ""));
        Assert.Equal("A(()) B(()) B=NoResult { } A=NoResult { }", await TracedAsync(app, "x/void", ""));
        Assert.Equal("A((3, ab)) B((3, ab)) B=5 A=5", await TracedAsync(app, "x/two?n=3&s=ab", "5"));
        Assert.Equal("A(()) B(()) B=s A=s", await TracedAsync(app, "x/static", "s"));
    }

    [Fact]
    public async Task A_filter_runs_after_validation_and_may_change_arguments_and_result_or_answer_itself()
    {
        await using var app = await StartAsync("""
            public sealed class Double : ICallFilter<int, Todo?>
            {
                ValueTask<Todo?> ICallFilter<int, Todo?>.InvokeAsync<TNext>(HttpContext context, int id, TNext next) => id < 0 ? default : Other(next.InvokeAsync(context, id * 2));
                private static async ValueTask<Todo?> Other(ValueTask<Todo?> todo) => (await todo)! with { Title = "changed" };
            }
            [Handler("x")]
            public sealed class H
            {
                [Get("{id}"), Filter<Double>] public Todo? Get([Range(-5, 5)] int id) => new(id, "t");
            }
            """);
        Assert.Equal("A(2) A=Todo { Id = 4, Title = changed }", await TracedAsync(app, "x/2", """{"id":4,"title":"changed"}"""));
        using var none = await app.Client.GetAsync(new Uri("x/-2", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, none.StatusCode);
        await TracedAsync(app, "x/2", """{"id":4,"title":"changed"}""");
        using var invalid = await app.Client.GetAsync(new Uri("x/6", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, invalid.StatusCode);
        Assert.Equal("", Lines(app));
    }

    [Theory]
    [InlineData("", 200, """{"id":1,"title":"t"}""")]
    [InlineData("teapot", 418, "")]
    [InlineData("text", 200, "text")]
    [InlineData("json", 200, """{"id":9,"title":"other"}""")]
    [InlineData("null", 404, null)]
    [InlineData("change", 200, """{"id":7,"title":"t"}""")]
    public async Task An_endpoint_filter_of_ASP_NET_Core_may_answer_anything(string answer, int status, string? body)
    {
        await using var app = await StartAsync("""
            [Handler("x"), Filter<Boxed>]
            public sealed class H
            {
                [Get, Filter<B>] public async Task<Todo?> Get(int id) { await Task.Yield(); return new(id, "t"); }
            }
            """, "");
        var (actual, text) = await AnswerAsync(app, "x?id=1", answer);
        Assert.Equal(status, actual);
        Assert.Equal(body ?? text, text);
    }

    [Theory]
    [InlineData("void", "", 200, "")]
    [InlineData("void", "text", 200, "text")]
    [InlineData("void", "null", 200, "null")]
    [InlineData("object", "", 200, """{"id":1,"title":"o"}""")]
    [InlineData("object", "teapot", 418, "")]
    [InlineData("tuple", "teapot", 418, "")]
    [InlineData("number", "", 200, "1")]
    [InlineData("number", "number", 200, "5")]
    [InlineData("results", "", 200, """{"id":1,"title":"r"}""")]
    [InlineData("results", "teapot", 418, "")]
    [InlineData("results", "json", 200, """{"id":9,"title":"other"}""")]
    public async Task What_an_endpoint_filter_answers_is_written_whatever_the_method_returns(string path, string answer, int status, string body)
    {
        await using var app = await StartAsync("""
            [Handler, Filter<Boxed>]
            public sealed class H
            {
                [Get("void")] public void Void() { }
                [Get("object")] public object Object() => new Todo(1, "o");
                [Get("tuple")] public static (int a, int b)[] Tuple() => [(1, 2)];
                [Get("number")] public int? Number() => 1;
                [Get("results")] public Results<Ok<Todo>, NotFound> Results() => TypedResults.Ok(new Todo(1, "r"));
            }
            """, "");
        Assert.Equal((status, body), await AnswerAsync(app, path, answer));
    }

    [Fact]
    public async Task A_filter_is_made_from_services_and_disposed_and_one_that_is_a_service_is_kept()
    {
        await using var app = await StartAsync("""
            [Singleton] public sealed class Kept(Trace trace) : Around(trace, "Kept") { private int calls; public int Calls => ++calls; }
            public sealed class Disposed(Trace trace, SemaphoreSlim end, [FromKeyedServices("no")] TimeProvider? none = null) : Around(trace, "Disposed" + none), IAsyncDisposable
            {
                public async ValueTask DisposeAsync() { await Task.Yield(); end.Release(); }
            }
            public interface INamed<T> { string Name { get; } }
            [Singleton(ServiceType = typeof(INamed<>))] public sealed class Named<T> : INamed<T> { public string Name => typeof(T).Name; }
            public sealed class Generic(Trace trace, INamed<Todo> named) : Around(trace, named.Name);
            [Handler("x"), Filter<Kept>]
            public sealed class H(Kept kept) { [Get, Filter<Disposed>, Filter<Generic>] public int Get() => kept.Calls; }
            """);
        var end = app.App.Services.GetRequiredService<SemaphoreSlim>();
        Assert.Equal("A(()) Kept(()) Disposed(()) Todo(()) Todo=1 Disposed=1 Kept=1 A=1", await TracedAsync(app, "x", "1"));
        await end.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("A(()) Kept(()) Disposed(()) Todo(()) Todo=2 Disposed=2 Kept=2 A=2", await TracedAsync(app, "x", "2"));
        await end.WaitAsync(TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("sealed class F : ICallFilter", "private int calls; private string Name => (++calls).ToString();", true)]
    [InlineData("sealed class F : ICallFilter", "private int Calls { get; set; } private string Name => (++Calls).ToString();", true)]
    [InlineData("sealed class F : Counting, ICallFilter", "private string Name => (++calls).ToString();", true)]
    [InlineData("sealed partial class F : ICallFilter", "private string Name => (++calls).ToString(); } public sealed partial class F { private int calls;", true)]
    [InlineData("sealed class F() : ICallFilter", "private readonly string name = Made.Next(); private string Name => name;", true)]
    [InlineData("sealed class F : ICallFilter", "public F() => Made.Next(); private string Name => \"1\";", true)]
    [InlineData("sealed class F : ICallFilter", "private event Action? E; private string Name { get { E += () => { }; return E.GetInvocationList().Length.ToString(); } }", true)]
    [InlineData("sealed class F : ICallFilter", "private static int calls; private const string Text = \"n\"; private string Name => Text.Length.ToString() + (calls++ < 0);", false)]
    public async Task One_filter_serves_all_requests_where_it_holds_nothing_and_none_sees_anothers_state(string declaration, string members, bool holds)
    {
        await using var app = await StartAsync($$"""
            public abstract class Counting { protected int calls; }
            public static class Made { private static int count; public static string Next() => (++count).ToString() is var _ ? "1" : ""; }
            public {{declaration}}
            {
                {{members}}
                public async ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
                    where TNext : struct, ICallNext<TArguments, TResult>
                {
                    context.Response.Headers["X-Name"] = Name;
                    context.Response.Headers["X-Object"] = System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this).ToString();
                    return await next.InvokeAsync(context, arguments);
                }
            }
            [Handler("x")] public sealed class H { [Get, Filter<F>] public static int Get(int SharedFilters = 5) => SharedFilters; }
            """);
        var objects = new HashSet<string>();
        for (var i = 0; i < 5; i++)
        {
            using var response = await app.Client.GetAsync(new Uri("x", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal("5", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            Assert.StartsWith("1", response.Headers.GetValues("X-Name").Single(), StringComparison.Ordinal);
            objects.Add(response.Headers.GetValues("X-Object").Single());
        }

        Assert.Equal(holds, objects.Count > 1);
    }

    [Fact]
    public async Task Filters_that_pass_a_call_on_allocate_nothing_and_finish_at_once()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            public sealed class Any : ICallFilter
            {
                public ValueTask<TResult> InvokeAsync<TArguments, TResult, TNext>(HttpContext context, TArguments arguments, TNext next)
                    where TNext : struct, ICallNext<TArguments, TResult> => next.InvokeAsync(context, arguments);
            }
            public sealed class Typed : ICallFilter<ValueTuple, string>
            {
                public ValueTask<string> InvokeAsync<TNext>(HttpContext context, ValueTuple arguments, TNext next)
                    where TNext : struct, ICallNext<ValueTuple, string> => next.InvokeAsync(context, arguments);
            }
            [Handler("x")] public static class H
            {
                [Get("0")] public static string None() => "x";
                [Get("1"), Filter<Any>] public static string One() => "x";
                [Get("2"), Filter<Typed>] public static string Two() => "x";
                [Get("3"), Filter<Any>, Filter<Typed>, Filter<Any>] public static string Three() => "x";
            }
            """);
        var bytes = ((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app.App).DataSources.SelectMany(source => source.Endpoints)
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>()
            .ToDictionary(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'), endpoint => BytesOf(endpoint.RequestDelegate!, app.App.Services));

        // A filter, a box, a state machine or a task would be 24 bytes a call or more.
        foreach (var path in new[] { "x/1", "x/2", "x/3" })
        {
            Assert.InRange(bytes[path] - bytes["x/0"], -8_000, 8_000);
        }
    }

    [Fact]
    public void Any_signature_compiles_and_names_of_tuples_cannot_break_it() => GeneratorTestHelper.Verify(Filters + "\n" + """
        [Handler("{p}"), Filter<A>, Filter<Boxed>, Filter<B>]
        public sealed class H
        {
            [Get("1")] public IEnumerable<Todo?> Rest(int Rest, string? Item1, string ToString, long Item7, int[] filter, string call, string task, string[]? next, string context) => [];
            [Get("2")] public async IAsyncEnumerable<Todo> Stream(HttpContext a, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken b, [FromServices] TimeProvider c) { await Task.Yield(); yield break; }
            [Post("3")] public ValueTask Body(Todo body, string @class, Guid? id, DateOnly day = default) => default;
            [Post("4")] public Task<Todo?> Single(Todo? todo) => Task.FromResult(todo);
            [Post("5")] public Stream Raw(Stream input) => input;
            [Post("6")] public async ValueTask<byte[]?> Form([FromForm] string a, IFormFile file) { await Task.Yield(); return null; }
            [Get("7")] public IResult Any() => TypedResults.Ok();
            [Get("8")] public (int a, string? b) Tuple() => (1, null);
            [Get("9")] public Results<Ok<Todo>, NotFound>? Union(in int n) => null;
            [Get("10")] public Dictionary<string, List<Todo?>>? Nested(string?[]? none = null, [FromHeader] string? h = null) => null;
        #nullable disable
            [Post("11")] public Todo Oblivious(Todo todo, string text) => todo;
        #nullable restore
        }
        """, file => file is "Endpoint.H.Rest.g.cs" or "Endpoint.H.Any.g.cs");

    [Fact]
    public void A_filter_regenerates_its_endpoint_and_nothing_else() => GeneratorTestHelper.Verify(Filters + "\n" + """
        [Handler]
        public sealed class H
        {
            [Get("a")] public int Get() => 1;
            [Get("b")] public int Other() => 1;
        }
        """, file => file == "Endpoint.H.Get.g.cs").EditRegeneratesOnly("[Get(\"a\")]", "[Get(\"a\"), Filter<A>]", "Endpoint.H.Get.g.cs");

    [Theory]
    [InlineData("public sealed class F;", "CVT0701", "it implements none of ICallFilter, ICallFilter<(int id, string? s), Todo?> and IEndpointFilter")]
    [InlineData("public sealed class F : ICallFilter<int, Todo?> { public ValueTask<Todo?> InvokeAsync<TNext>(HttpContext c, int a, TNext n) where TNext : struct, ICallNext<int, Todo?> => n.InvokeAsync(c, a); }", "CVT0701", "this method needs ICallFilter<(int id, string? s), Todo?>")]
    [InlineData("public sealed class F : ICallFilter<(int, string?), Todo> { public ValueTask<Todo> InvokeAsync<TNext>(HttpContext c, (int, string?) a, TNext n) where TNext : struct, ICallNext<(int, string?), Todo> => n.InvokeAsync(c, a); }", "CVT0701", "its signature is another")]
    [InlineData("public abstract class F : Around { protected F(Trace t) : base(t, \"\") { } }", "CVT0701", "it is abstract")]
    [InlineData("public sealed class F : Around { public F(Trace t) : base(t, \"\") { } public F(string t) : base(null!, t) { } }", "CVT0702", "it has 2; keep one")]
    [InlineData("public sealed class F : Around { private F(Trace t) : base(t, \"\") { } }", "CVT0702", "it has no public or internal one")]
    public void A_filter_that_does_not_fit_is_an_error_at_its_attribute(string filter, string rule, string reason)
    {
        var run = GeneratorTestHelper.Refuse(Filters + filter + """
            [Handler] public sealed class H { [Get, Filter<F>] public Todo? Get(int id, string? s) => null; }
            """);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Contains(reason, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Contains("(" + rule + ")", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Equal("Filter<F>", diagnostic.Location.SourceTree!.ToString().Substring(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
    }

    [Fact]
    public void A_typed_filter_cannot_stand_outside_of_one_that_may_give_anything()
    {
        var run = GeneratorTestHelper.Refuse(Filters + """
            public sealed class F : ICallFilter<int, int> { public ValueTask<int> InvokeAsync<TNext>(HttpContext c, int a, TNext n) where TNext : struct, ICallNext<int, int> => n.InvokeAsync(c, a); }
            [Handler] public sealed class H
            {
                [Get("wrong"), Filter<F>, Filter<Boxed>] public int Wrong(int id) => id;
                [Get("right"), Filter<Boxed>, Filter<F>] public int Right(int id) => id;
            }
            """);
        var diagnostic = Assert.Single(run.Diagnostics);
        Assert.Contains("the endpoint filter 'Boxed' inside of it may give any other", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.DoesNotContain(run.FileNames, name => name.Contains("Wrong", StringComparison.Ordinal));
        Assert.Contains(run.FileNames, name => name.Contains("Right", StringComparison.Ordinal));
    }

    // The trace is a list of the test's, as a service.
    private static Task<GeneratedApp> StartAsync(string handlers, string assembly = "[assembly: Filter<A>]") => GeneratedApp.StartAsync(
        Filters.Replace("using Covet;", "using Covet;\n" + assembly, StringComparison.Ordinal) + "\n" + handlers,
        builder => builder.Services.AddSingleton(new List<string>()).AddSingleton(new SemaphoreSlim(0)));

    // A thousand calls of an endpoint, after as many that warm it.
    private static long BytesOf(Microsoft.AspNetCore.Http.RequestDelegate endpoint, IServiceProvider services)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = services };
        var before = 0L;
        for (var call = 0; call < 2000; call++)
        {
            before = call == 1000 ? GC.GetAllocatedBytesForCurrentThread() : before;
            Assert.True(endpoint(context).IsCompletedSuccessfully);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<string> TracedAsync(GeneratedApp app, string path, string body)
    {
        Assert.Equal(body, await app.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken));
        return Lines(app);
    }

    private static string Lines(GeneratedApp app)
    {
        var lines = app.App.Services.GetRequiredService<List<string>>();
        var all = string.Join(" ", lines);
        lines.Clear();
        return all;
    }

    private static async Task<(int Status, string Body)> AnswerAsync(GeneratedApp app, string path, string answer)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("X-Answer", answer);
        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
