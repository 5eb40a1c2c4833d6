using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Generators.Tests;

public sealed class GeneratedAppTests
{
    private const string Source = """
        namespace Shop;

        [Covet.Handler("/a")]
        public sealed class First
        {
            [Covet.Get("{id:int}")]
            public string Find(int id) => $"first {id}";
        }

        [Covet.Handler("/b")]
        public sealed class Second
        {
            [Covet.Get]
            public string Get() => "second";
        }
        """;

    [Fact]
    public async Task Handlers_that_were_compiled_by_the_test_are_served()
    {
        await using var app = await GeneratedApp.StartAsync(Source);
        Assert.Equal("first 7", await app.Client.GetStringAsync("/a/7"));
        Assert.Equal("second", await app.Client.GetStringAsync("/b"));
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/a/x")).StatusCode);
        Assert.Empty(app.Logs.Entries);
        Assert.Empty(ReflectionScan.Offences(app.Compiled.Image));
    }

    [Fact]
    public async Task Exceptions_are_mapped_by_the_assembly_the_class_and_the_method()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using System;
            using System.Collections.Generic;
            using Covet;
            [assembly: MapException<TimeoutException>(503)]
            namespace N;
            [Handler("/a"), MapException<InvalidOperationException>(409)]
            public static class ThingHandler
            {
                [Get("{what}"), MapException<KeyNotFoundException>(410)]
                public static string Get(string what) => throw (what switch
                {
                    "assembly" => new TimeoutException("secret"),
                    "class" => new InvalidOperationException("secret"),
                    _ => new KeyNotFoundException("secret"),
                });
            }
            """);
        foreach (var (what, status) in new[] { ("assembly", 503), ("class", 409), ("method", 410) })
        {
            using var response = await app.Client.GetAsync("/a/" + what);
            Assert.Equal(status, (int)response.StatusCode);
            Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_whole_application_may_answer_422_to_what_is_not_valid()
    {
        await using var app = await GeneratedApp.StartAsync("""
            using System.ComponentModel.DataAnnotations;
            using Covet;
            [assembly: CovetOptions(ValidationStatusCode = 422)]
            namespace N;
            public sealed record Thing([property: StringLength(3)] string Name);
            [Handler("/a")]
            public static class ThingHandler
            {
                [Post] public static string Post(Thing body) => body.Name;
                [Get] public static int Get(int id) => id;
            }
            """);
        using var refused = await app.Client.PostAsJsonAsync("/a", new { name = "long" });
        Assert.Equal(422, (int)refused.StatusCode);
        Assert.Contains("\"name\"", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(422, (int)(await app.Client.GetAsync("/a?id=x")).StatusCode);
        Assert.Equal("7", await app.Client.GetStringAsync("/a?id=7"));
    }

    [Fact]
    public void Editing_one_handler_emits_that_handler_alone()
    {
        var run = GeneratorTestHelper.Verify(Source, file => file.Contains("First", StringComparison.Ordinal));
        var file = Assert.Single(run.FileNames, k => k.Contains("First", StringComparison.Ordinal));

        // The body of a method is no part of any spec; its parameters are, and the document has them too.
        run.EditRegeneratesOnly("$\"first {id}\"", "$\"1st {id}\"");
        run.EditRegeneratesOnly("string Find(int id)", "string Find(int id, int more = 3)", file, "CovetOpenApi.g.cs");
    }

    [Fact]
    public async Task A_librarys_handlers_are_served_with_the_applications()
    {
        var library = GeneratorTestHelper.CompileLibrary("Library", """
            namespace Library;

            [Covet.Handler("/library")]
            public sealed class LibraryHandler
            {
                [Covet.Get]
                public string Get() => "from the library";
            }
            """);
        await using var app = await GeneratedApp.StartAsync(Source, references: [library]);
        Assert.Equal("from the library", await app.Client.GetStringAsync("/library"));
        Assert.Equal("second", await app.Client.GetStringAsync("/b"));
    }

    [Fact]
    public async Task The_developer_page_tells_how_each_parameter_was_bound_and_which_file_to_step_into()
    {
        await using var app = await GeneratedApp.StartAsync(
            """
            namespace Shop;

            public sealed record Filter(int Page = 1);
            public sealed record Order(string Number);

            [Covet.Handler("/orders")]
            public sealed class OrderHandler(TimeProvider clock)
            {
                [Covet.Post("{id:int}")]
                public string Change(int id, [FromHeader(Name = "X-Trace")] string? trace, [AsParameters] Filter filter, Order body, CancellationToken cancellation) =>
                    throw new InvalidOperationException("at " + clock.GetUtcNow().Year + id + trace + filter.Page + body.Number + cancellation.IsCancellationRequested);
            }
            """,
            builder =>
            {
                builder.Environment.EnvironmentName = "Development";
                builder.Services.AddSingleton(TimeProvider.System);
            });
        using var response = await app.Client.PostAsJsonAsync("/orders/3?page=2", new { number = "n" }, TestContext.Current.CancellationToken);
        var request = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["request"]!;
        Assert.Contains("generated file: Endpoint.Shop_OrderHandler.Change.g.cs", Rows("route"));
        Assert.Contains("Endpoint.Shop_OrderHandler.Change.g.cs", app.Compiled.GeneratedFiles);
        Assert.Equal(
            [
                "id: route parameter 'id'",
                "trace: header 'X-Trace'",
                "filter: [AsParameters], member by member",
                "Page: query parameter 'page', 1 where absent",
                "body: JSON body",
                "cancellation: the request's own CancellationToken",
            ],
            Rows("parameters"));

        IEnumerable<string> Rows(string section) => request[section]!.AsArray().Select(row => row!["name"] + ": " + row["value"]);
    }
}
