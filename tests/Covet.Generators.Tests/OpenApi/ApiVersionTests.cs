using System.Net;
using System.Text.Json.Nodes;

namespace Covet.Generators.Tests.OpenApi;

public sealed class ApiVersionTests
{
    private const string Orders = """
        using Covet;
        [assembly: ApiVersioning(Header = "X-Api-Version", Query = "v", Default = "1")]
        namespace N;

        [Handler("/orders"), ApiVersion("1", Deprecated = "2026-01-01", Sunset = "2026-12-31T12:00:00Z", Link = "https://example.com/moving")]
        public static class OldOrders
        {
            [Get("{id:int}")] public static string Find(int id) => "old " + id;
            [Get("fails")] public static string Fail() => throw new System.InvalidOperationException("x");
        }

        [Handler("/orders"), ApiVersion("2"), ApiVersion("2.1")]
        public static class Orders
        {
            [Get("{id:int}")] public static string Find(int id) => "new " + id;
            [Get("{id:int}/lines"), ApiVersion("2.1")] public static string Lines(int id) => "lines " + id;
        }

        [Handler("/health")]
        public static class Health
        {
            [Get] public static string Get() => "well";
            [Verb("*", "~/{**rest}", Order = 9)] public static string Rest(string rest) => "rest " + rest;
        }
        """;

    // The same as an application that runs, whose snapshot is its code and not its documents.
    private const string OrdersApplication = Orders + "\n";

    [Fact]
    public void Versions_are_methods_of_the_table_and_responses_tell_of_their_end() =>
        GeneratorTestHelper.Verify(Orders, static file => file is "CovetModule.g.cs" or "Endpoint.N_OldOrders.Find.g.cs" or "Endpoint.N_Orders.Lines.g.cs");

    [Fact]
    public async Task A_header_or_the_query_says_the_version_and_the_default_counts_without()
    {
        await using var app = await GeneratedApp.StartAsync(OrdersApplication);
        Assert.Equal("old 7", await Get(app, "/orders/7"));
        Assert.Equal("old 7", await Get(app, "/orders/7?v=1"));
        Assert.Equal("new 7", await Get(app, "/orders/7?v=2"));
        Assert.Equal("new 7", await Get(app, "/orders/7", "2.1"));
        Assert.Equal("new 7", await Get(app, "/orders/7?v=1", "2"));
        Assert.Equal("lines 7", await Get(app, "/orders/7/lines", "2.1"));

        // What is of no version answers every version, and goes before an endpoint for all methods.
        Assert.Equal("well", await Get(app, "/health", "2"));
        Assert.Equal("well", await Get(app, "/health", "9"));
        Assert.Equal("rest else", await Get(app, "/else", "2"));
    }

    [Fact]
    public async Task A_method_may_have_other_versions_than_its_class_or_none()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            namespace N;

            [Handler("/orders"), ApiVersion("1", Deprecated = "2026-01-01"), ApiVersion("2")]
            public static class Orders
            {
                [Get] public static string List() => "of the class";
                [Get("new"), ApiVersion("2")] public static string New() => "of the method";
                [Get("health"), ApiVersionNeutral] public static string Health() => "of none";
            }
            """);
        Assert.Equal("of the class", await Get(app, "/orders?api-version=1"));
        Assert.Equal("of the method", await Get(app, "/orders/new?api-version=2"));
        using var old = await app.Client.GetAsync("/orders/new?api-version=1", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, old.StatusCode);
        Assert.Equal("of none", await Get(app, "/orders/health"));
        Assert.Equal("of none", await Get(app, "/orders/health?api-version=1"));
        Assert.Equal("of none", await Get(app, "/orders/health?api-version=9"));
        using var health = await app.Client.GetAsync("/orders/health", TestContext.Current.CancellationToken);
        Assert.False(health.Headers.Contains("Deprecation"));
    }

    [Fact]
    public async Task HEAD_is_answered_by_the_versions_GET()
    {
        await using var app = await GeneratedApp.StartAsync(OrdersApplication);
        using var head = await app.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/orders/7?v=2"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.False(head.Headers.Contains("Deprecation"));
    }

    [Fact]
    public async Task A_version_that_is_not_offered_is_a_problem_that_names_those_that_are()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            namespace N;
            [Handler("/orders"), ApiVersion("1"), ApiVersion("2")]
            public static class Orders { [Get] public static string List() => "all"; }
            """);
        using var unknown = await app.Client.GetAsync("/orders?api-version=9", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
        var problem = JsonNode.Parse(await unknown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        Assert.Equal("unsupported_version", (string?)problem["codes"]!["api-version"]![0]);
        Assert.Equal("The version '9' is not offered here; 1, 2 is.", (string?)problem["errors"]!["api-version"]![0]);
        using var none = await app.Client.GetAsync("/orders", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, none.StatusCode);
        Assert.Contains("\"required\"", await none.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        using var post = await app.Client.PostAsync("/orders?api-version=1", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
        Assert.Equal(["GET", "HEAD", "OPTIONS"], post.Content.Headers.Allow.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Responses_of_a_deprecated_version_say_so_failures_too()
    {
        await using var app = await GeneratedApp.StartAsync(OrdersApplication);
        foreach (var path in new[] { "/orders/7", "/orders/fails" })
        {
            using var old = await app.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal("@1767225600", Assert.Single(old.Headers.GetValues("Deprecation")));
            Assert.Equal("Thu, 31 Dec 2026 12:00:00 GMT", Assert.Single(old.Headers.GetValues("Sunset")));
            Assert.Equal("<https://example.com/moving>; rel=\"deprecation\"", Assert.Single(old.Headers.GetValues("Link")));
        }

        using var current = await app.Client.GetAsync("/orders/7?v=2", TestContext.Current.CancellationToken);
        Assert.False(current.Headers.Contains("Deprecation") || current.Headers.Contains("Sunset") || current.Headers.Contains("Link"));
    }

    [Fact]
    public async Task Deprecation_and_Sunset_need_no_version()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using Covet;
            namespace N;
            [Handler("/a"), Sunset("2026-12-31", Link = "https://example.com/end")]
            public static class A
            {
                [Get] public static string Get() => "a";
                [Get("b"), Deprecation("2026-01-01"), Sunset("2026-06-30")] public static string B() => "b";
            }
            """);
        using var a = await app.Client.GetAsync("/a", TestContext.Current.CancellationToken);
        Assert.Equal("Thu, 31 Dec 2026 00:00:00 GMT", Assert.Single(a.Headers.GetValues("Sunset")));
        Assert.Equal("<https://example.com/end>; rel=\"sunset\"", Assert.Single(a.Headers.GetValues("Link")));
        Assert.False(a.Headers.Contains("Deprecation"));
        using var b = await app.Client.GetAsync("/a/b", TestContext.Current.CancellationToken);
        Assert.Equal("Tue, 30 Jun 2026 00:00:00 GMT", Assert.Single(b.Headers.GetValues("Sunset")));
        Assert.Equal("@1767225600", Assert.Single(b.Headers.GetValues("Deprecation")));
    }

    [Fact]
    public async Task The_token_puts_the_version_into_the_path()
    {
        const string Source = """
            using Covet;
            namespace N;
            [Handler("/api/v[version]/orders"), ApiVersion("1", Deprecated = "2026-01-01"), ApiVersion("2")]
            public static class Orders
            {
                [Get("{id:int}", Name = "order")] public static string Find(int id) => "order " + id;
                [Post, ApiVersion("2")] public static string Create() => "made";
            }
            """;
        await using var app = await GeneratedApp.StartAsync(Source);
        Assert.Equal("order 3", await Get(app, "/api/v1/orders/3"));
        Assert.Equal("order 3", await Get(app, "/api/v2/orders/3"));
        using var old = await app.Client.PostAsync("/api/v1/orders", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, old.StatusCode);
        using var made = await app.Client.PostAsync("/api/v2/orders", null, TestContext.Current.CancellationToken);
        Assert.Equal("made", await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Equal(["v1", "v2"], ApiDocument.Names(Source).Order(StringComparer.Ordinal));
        var v1 = ApiDocument.Of(Source);
        Assert.Equal(["/api/v1/orders/{id}"], v1.Root["paths"]!.AsObject().Select(p => p.Key));
        Assert.True((bool)v1.Operation("get", "/api/v1/orders/{id}")["deprecated"]!);
        Assert.Equal("@1767225600", (string?)v1.Operation("get", "/api/v1/orders/{id}")["responses"]!["200"]!["headers"]!["Deprecation"]!["example"]);
        var v2 = ApiDocument.Of(Source, "v2");
        Assert.Equal(["/api/v2/orders", "/api/v2/orders/{id}"], v2.Root["paths"]!.AsObject().Select(p => p.Key));
        Assert.Null(v2.Operation("get", "/api/v2/orders/{id}")["deprecated"]);
    }

    [Fact]
    public void Each_version_has_a_document_whose_operations_have_the_parameter()
    {
        Assert.Equal(["v1", "v2", "v2.1"], ApiDocument.Names(Orders).Order(StringComparer.Ordinal));
        var v2 = ApiDocument.Of(Orders, "v2");
        Assert.Equal(["/orders/{id}"], v2.Root["paths"]!.AsObject().Select(p => p.Key));
        ApiDocument.Equal(
            """
            [
              { "name": "id", "in": "path", "required": true, "schema": { "type": "integer", "format": "int32" } },
              { "name": "X-Api-Version", "in": "header", "description": "The version of the API.", "schema": { "type": "string", "enum": ["2"] } },
              { "name": "v", "in": "query", "description": "The version of the API.", "schema": { "type": "string", "enum": ["2"] } }
            ]
            """,
            v2.Operation("get", "/orders/{id}")["parameters"]);
        Assert.Equal("1", (string?)ApiDocument.Of(Orders).Operation("get", "/orders/{id}")["parameters"]![1]!["schema"]!["default"]);
    }

    [Fact]
    public void A_librarys_versions_are_the_applications()
    {
        var library = GeneratorTestHelper.CompileLibrary("Library", """
            using Covet;
            namespace Library;
            [Handler("/things"), ApiVersion("1"), ApiVersion("2")]
            public static class ThingHandler { [Get] public static string Get() => "thing"; }
            """);
        var document = ApiDocument.Of(
            """
            using Covet;
            [assembly: ApiVersioning(Header = "Version")]
            namespace App;
            [Handler("/things"), ApiVersion("3")] public static class MineHandler { [Get] public static string Get() => "mine"; }
            """,
            "v2",
            [library]);
        ApiDocument.Equal(
            """[{ "name": "Version", "in": "header", "description": "The version of the API.", "required": true, "schema": { "type": "string", "enum": ["2"] } }]""",
            document.Operation("get", "/things")["parameters"]);
    }

    [Theory]
    [InlineData("""[Handler("/a/[version]")] public static class A { [Get] public static int Get() => 1; }""", "it has the token [version], but no [ApiVersion] of the method or its class counts")]
    [InlineData("""[Handler("/a/[version]"), ApiVersion("1")] public static class A { [Get, ApiVersionNeutral] public static int Get() => 1; }""", "it has the token [version], but no [ApiVersion] of the method or its class counts")]
    [InlineData("""[Handler("/a"), ApiVersion("1 2")] public static class A { [Get] public static int Get() => 1; }""", "The API version '1 2' is not made of letters, digits")]
    [InlineData("""[Handler("/a"), Sunset("soon")] public static class A { [Get] public static int Get() => 1; }""", "'soon' is neither a day")]
    [InlineData("""[Handler("/a"), ApiVersion("1")] public static class A { [Get] public static int Get() => 1; [Get, ApiVersion("1")] public static int Other() => 1; }""", "GET /a of version 1 and GET /a of version 1 are the same route")]
    public void What_makes_no_sense_does_not_compile(string handler, string message)
    {
        var diagnostics = GeneratorTestHelper.Diagnose("using Covet;\nnamespace N;\n" + handler);
        Assert.Contains(diagnostics, d => d.GetMessage(System.Globalization.CultureInfo.InvariantCulture).Contains(message, StringComparison.Ordinal));
    }

    private static async Task<string> Get(GeneratedApp app, string path, string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (version is not null)
        {
            request.Headers.Add("X-Api-Version", version);
        }

        using var response = await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
