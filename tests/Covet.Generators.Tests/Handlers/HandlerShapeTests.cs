using System.Net;

namespace Covet.Generators.Tests.Handlers;

/// <summary>Where handlers may stand and what their methods may look like.</summary>
public sealed class HandlerShapeTests
{
    [Fact]
    public async Task Attributes_of_a_base_class_of_another_assembly_that_name_what_is_internal_there_stay_there()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            [Handler("l")] public sealed class L : List<int> { [Get] public string Get() => $"{Count}"; }
            [Handler("d")] public sealed class D : Dictionary<string, int> { [Get] public string Get() => $"{Count}"; }
            """);
        Assert.Equal("0", await app.Client.GetStringAsync(new Uri("l", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("0", await app.Client.GetStringAsync(new Uri("d", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_handler_with_a_route_parameter() => GeneratorTestHelper.Verify("""
        using Covet;
        namespace Shop;
        /// <summary>Greets.</summary>
        [Handler("/hello")]
        public sealed class HelloHandler(TimeProvider clock)
        {
            [Get("{name:alpha}")]
            public string Hello(string name, int times = 1) => name + times + clock.GetUtcNow().Year;
        }
        """);

    [Fact]
    public async Task Static_nested_inherited_and_loose_methods_answer()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            [Handler("s")] public static class S { [Get] public static string Get() => "static"; }
            public static class Outer { [Handler("n")] internal sealed class Nested { [Get] public string Get() => "nested"; } }
            public abstract class Base<T> { [Get("type")] public string Type() => typeof(T).Name; [Get("v")] public virtual string V() => "base"; }
            [Handler("d")] public sealed class Derived : Base<Guid> { public override string V() => "derived"; }
            public static class Loose { [Get("/loose/{x}")] public static string Get(string x) => x; [Get("/loose")] public static string Get() => "none"; }
            [Handler("/m/")] public sealed class Multi { [Get("a"), Get("/b"), Post("c"), Verb("PURGE", "d")] public string Any(HttpRequest request) => request.Method; [Get("~/rooted")] public string Rooted() => "rooted"; }
            public readonly struct Empty;
            """);
        var expected = new Dictionary<string, string>
        {
            ["s"] = "static", ["n"] = "nested", ["d/type"] = "Guid", ["d/v"] = "derived", ["loose/q"] = "q", ["loose"] = "none", ["m/a"] = "GET", ["m/b"] = "GET", ["rooted"] = "rooted",
        };
        foreach (var (path, text) in expected)
        {
            using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal((path, text), (path, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)));
        }

        using var purge = await app.Client.SendAsync(new HttpRequestMessage(new HttpMethod("PURGE"), new Uri("m/d", UriKind.Relative)), TestContext.Current.CancellationToken);
        Assert.Equal("PURGE", await purge.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Results_of_every_kind_that_is_not_JSON_are_written()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            public sealed class Teapot : IResult { public Task ExecuteAsync(HttpContext c) { c.Response.StatusCode = 418; return Task.CompletedTask; } }
            [Handler]
            public sealed class R
            {
                [Get("void")] public void Void() { }
                [Get("task")] public Task Task() => System.Threading.Tasks.Task.CompletedTask;
                [Get("vtask")] public async ValueTask ValueTask() => await System.Threading.Tasks.Task.Yield();
                [Get("text")] public async ValueTask<string?> Text(string? x) { await System.Threading.Tasks.Task.Yield(); return x; }
                [Get("bytes")] public byte[] Bytes() => [1, 2, 3];
                [Get("stream")] public Task<Stream> Stream() => System.Threading.Tasks.Task.FromResult<Stream>(new MemoryStream([4, 5]));
                [Get("nocontent")] public NoContent NoContent() => TypedResults.NoContent();
                [Get("created")] public Created Created() => TypedResults.Created("/x");
                [Get("iresult")] public IResult Other() => Results.StatusCode(410);
                [Get("teapot")] public Teapot Own() => new();
                [Get("problem")] public ProblemHttpResult Problem() => TypedResults.Problem("why", statusCode: 409);
                [Get("validation")] public ValidationProblem Validation() => TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["a"] = ["b"] });
                [Get("union")] public async Task<Results<NotFound, Conflict<ProblemDetails>, RedirectHttpResult>> Union(int n) { await System.Threading.Tasks.Task.Yield(); return n switch { 0 => TypedResults.NotFound(), 1 => TypedResults.Conflict(new ProblemDetails { Title = "t" }), _ => TypedResults.Redirect("/y") }; }
                [Get("route/{id}", Name = "by-id")] public CreatedAtRoute Routed(int id) => TypedResults.CreatedAtRoute("by-id", new { id = id + 1 });
            }
            """);
        Assert.Equal((200, ""), await Get("void"));
        Assert.Equal((200, ""), await Get("task"));
        Assert.Equal((200, ""), await Get("vtask"));
        Assert.Equal((200, "hi"), await Get("text?x=hi"));
        Assert.Equal(404, (await Get("text")).Status);
        Assert.Equal((200, "\u0001\u0002\u0003"), await Get("bytes"));
        Assert.Equal((200, "\u0004\u0005"), await Get("stream"));
        Assert.Equal((204, ""), await Get("nocontent"));
        Assert.Equal((201, ""), await Get("created"));
        Assert.Equal((410, ""), await Get("iresult"));
        Assert.Equal((418, ""), await Get("teapot"));
        Assert.Contains("\"detail\":\"why\"", (await Get("problem")).Body, StringComparison.Ordinal);
        Assert.Contains("\"errors\":{\"a\":[\"b\"]}", (await Get("validation")).Body, StringComparison.Ordinal);
        Assert.Equal((404, ""), await Get("union?n=0"));
        Assert.Equal(409, (await Get("union?n=1")).Status);
        Assert.Equal(302, (await Get("union?n=2")).Status);
        using var created = await app.Client.GetAsync(new Uri("route/4", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("/route/5", created.Headers.Location?.AbsolutePath);

        async Task<(int Status, string Body)> Get(string path)
        {
            using var response = await app.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task Handlers_of_a_library_are_composed_into_the_application()
    {
        var library = GeneratorTestHelper.CompileLibrary("Lib.Orders", """
            using Covet;
            namespace Lib;
            [Singleton] public sealed class Clock { public string Now => "noon"; }
            [Handler("lib")] public sealed class LibHandler(Clock clock) { [Get("{id:int}")] public string Get(int id) => clock.Now + id; }
            """);
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            [Handler("app")] public sealed class AppHandler(Lib.Clock clock) { [Get] public string Get() => clock.Now; }
            """, references: [library]);
        Assert.Equal("noon7", await app.Client.GetStringAsync(new Uri("lib/7", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("noon", await app.Client.GetStringAsync(new Uri("app", UriKind.Relative), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Hostile_names_and_literals_are_only_text()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            namespace @namespace.@class;
            [AttributeUsage(AttributeTargets.Method)] public sealed class NoteAttribute(string text) : Attribute { public string Text => text; public Type? Of { get; set; } public char[] Cs { get; set; } = []; }
            [Handler("q\"uote")]
            public sealed class @event
            {
                [Get("back\\slash/{{brace}}"), Note("\"\\\n\u2028*/ // {0}", Of = typeof(List<@event>), Cs = ['\'', '\\'])] public string @if(string @else = "\r\n\"", HttpContext? context = null) => context!.GetEndpoint()!.Metadata.GetMetadata<NoteAttribute>()!.Text;
                [Get("nl/\n")] public string Invoke([FromQuery(Name = "a\"b\\")] string x) => x;
                [Get("_")] public string _(int __ = 1) => "_" + __;
            }
            """);
        Assert.Equal("\"\\\n\u2028*/ // {0}", await app.Client.GetStringAsync(new Uri("q%22uote/back%5Cslash/%7Bbrace%7D", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("v", await app.Client.GetStringAsync(new Uri("q%22uote/nl/%0A?a%22b%5C=v", UriKind.Relative), TestContext.Current.CancellationToken));
        Assert.Equal("_1", await app.Client.GetStringAsync(new Uri("q%22uote/_", UriKind.Relative), TestContext.Current.CancellationToken));
    }
}
