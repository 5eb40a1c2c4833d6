using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.OpenApi;

public sealed class OpenApiEndpointTests
{
    private const string Json = """{"openapi":"3.1.1","info":{"title":"T","version":"1"},"paths":{}}""";

    private static OpenApiDocument Document { get; } =
        new("v1", "abc", static () => "covet-openapi-document v1 0 0\n{\"openapi\":\"3.1.1\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"paths\":{}}"u8);

    private static async Task<(WebApplication App, HttpClient Client)> StartAsync(Action<CovetOpenApiOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
        builder.Logging.ClearProviders();
        if (configure is not null)
        {
            builder.Services.AddCovetOpenApi(configure);
        }

        var app = builder.Build();
        OpenApiDocuments.Map(app, Document);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return (app, new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(address) });
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_document_is_served_with_its_tag()
    {
        var (app, client) = await StartAsync();
        await using var _ = app;
        using var response = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        Assert.Equal(Json, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal("application/json; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("\"abc\"", response.Headers.ETag!.ToString());
        Assert.Equal("Accept-Encoding", response.Headers.Vary.ToString());
        Assert.Equal("no-cache", response.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_client_that_has_it_gets_304_without_a_body()
    {
        var (app, client) = await StartAsync();
        await using var _ = app;
        using var response = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json", ("If-None-Match", "\"x\", W/\"abc\""));
        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("\"abc\"", response.Headers.ETag!.ToString());
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

        // The bytes of another coding are another representation.
        using var gzip = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json", ("If-None-Match", "\"abc\""), ("Accept-Encoding", "gzip"));
        Assert.Equal(HttpStatusCode.OK, gzip.StatusCode);
    }

    [Theory]
    [InlineData("/openapi/v1.json", "\"abc-gzip\"")]
    [InlineData("/openapi/v1.yaml", null)]
    public async Task A_client_that_takes_gzip_gets_it(string path, string? tag)
    {
        var (app, client) = await StartAsync();
        await using var _ = app;
        using var plain = await SendAsync(client, HttpMethod.Get, path);
        using var response = await SendAsync(client, HttpMethod.Get, path, ("Accept-Encoding", "br, gzip"));
        Assert.Equal("gzip", response.Content.Headers.ContentEncoding.Single());
        Assert.Equal(tag ?? response.Headers.ETag!.ToString(), response.Headers.ETag!.ToString());
        Assert.NotEqual(plain.Headers.ETag, response.Headers.ETag);
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var unpacked = new GZipStream(body, CompressionMode.Decompress);
        Assert.Equal(
            await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            await new StreamReader(unpacked, Encoding.UTF8).ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task HEAD_has_the_headers_of_GET()
    {
        var (app, client) = await StartAsync();
        await using var _ = app;
        using var response = await SendAsync(client, HttpMethod.Head, "/openapi/v1.json");
        Assert.Equal(Json.Length, response.Content.Headers.ContentLength);
        Assert.Equal("\"abc\"", response.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task YAML_is_served_beside_it()
    {
        var (app, client) = await StartAsync();
        await using var _ = app;
        using var response = await SendAsync(client, HttpMethod.Get, "/openapi/v1.yaml");
        Assert.Equal("application/yaml", response.Content.Headers.ContentType!.ToString());
        Assert.Equal("openapi: \"3.1.1\"\ninfo:\n  title: T\n  version: \"1\"\npaths: {}\n", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Transformers_run_once_in_order_when_the_document_is_first_asked_for()
    {
        var calls = new List<string>();
        var (app, client) = await StartAsync(o => o
            .AddDocumentTransformer((document, context) =>
            {
                calls.Add("first " + context.DocumentName + " " + (context.Services.GetService<IServer>() is not null));
                document["info"]!["title"] = "Changed";
            })
            .AddDocumentTransformer(async (document, _, cancellation) =>
            {
                await Task.Yield();
                calls.Add("second");
                document["info"]!["title"] = (string?)document["info"]!["title"] + "!";
            }));
        await using var _ = app;
        Assert.Empty(calls);
        using var first = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        using var second = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        using var yaml = await SendAsync(client, HttpMethod.Get, "/openapi/v1.yaml");
        Assert.Equal(["first v1 True", "second"], calls);
        Assert.Equal("Changed!", (string?)JsonNode.Parse(await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["info"]!["title"]);
        Assert.Contains("title: \"Changed!\"", await yaml.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEqual("\"abc\"", first.Headers.ETag!.ToString());
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task A_document_may_be_deeper_than_readers_take_by_default()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"items\":", 120)) + "{}" + new string('}', 120);
        var document = new OpenApiDocument("deep", "d", () => System.Text.Encoding.UTF8.GetBytes("covet-openapi-document deep 0 0\n" + deep));
        foreach (var services in new[] { new ServiceCollection(), new ServiceCollection().AddCovetOpenApi(o => o.AddDocumentTransformer((root, _) => root["x"] = 1)) })
        {
            foreach (var name in new[] { "deep", "deep.yaml" })
            {
                using var output = new MemoryStream();
                Assert.True(await OpenApiDocuments.WriteAsync(name, services.BuildServiceProvider(), output, [document]));
                Assert.Equal(120, Encoding.UTF8.GetString(output.ToArray()).Split("items").Length - 1);
            }
        }
    }

    [Fact]
    public async Task A_transformer_that_failed_runs_again()
    {
        var calls = 0;
        var (app, client) = await StartAsync(o => o.AddDocumentTransformer((document, _) =>
        {
            if (calls++ == 0)
            {
                throw new InvalidOperationException("not yet");
            }
        }));
        await using var _ = app;
        using var first = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        using var second = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        Assert.Equal(HttpStatusCode.InternalServerError, first.StatusCode);
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task The_path_and_the_endpoints_conventions_are_the_applications_choice()
    {
        var names = new List<string>();
        var (app, client) = await StartAsync(o =>
        {
            o.Path = "docs/api/";
            o.ConfigureEndpoints(e => e.Add(b => names.Add(b.DisplayName!)));
        });
        await using var _ = app;
        using var moved = await SendAsync(client, HttpMethod.Get, "/docs/api/v1.json");
        using var gone = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        Assert.Equal(HttpStatusCode.OK, moved.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal(["OpenAPI v1.json", "OpenAPI v1.yaml"], names);
    }

    [Fact]
    public async Task Serving_can_be_switched_off()
    {
        var (app, client) = await StartAsync(o => o.Serve = false);
        await using var _ = app;
        using var response = await SendAsync(client, HttpMethod.Get, "/openapi/v1.json");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("v1", "{\n  \"openapi\": \"3.1.1\",\n  \"info\": {\n    \"title\": \"T\",\n    \"version\": \"1\"\n  },\n  \"paths\": {}\n}\n")]
    [InlineData("V1.json", "{\n  \"openapi\": \"3.1.1\",\n  \"info\": {\n    \"title\": \"T\",\n    \"version\": \"1\"\n  },\n  \"paths\": {}\n}\n")]
    [InlineData("v1.yaml", "openapi: \"3.1.1\"\ninfo:\n  title: T\n  version: \"1\"\npaths: {}\n")]
    public async Task A_document_is_printed(string name, string text)
    {
        using var output = new MemoryStream();
        Assert.True(await OpenApiDocuments.WriteAsync(name, new ServiceCollection().BuildServiceProvider(), output, [Document]));
        Assert.Equal(text, Encoding.UTF8.GetString(output.ToArray()));
        Assert.False(await OpenApiDocuments.WriteAsync("v2", new ServiceCollection().BuildServiceProvider(), output, [Document]));
    }
}
