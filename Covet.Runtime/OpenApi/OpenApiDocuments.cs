using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Internal;

/// <summary>The documents of an application: serves them and prints them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class OpenApiDocuments
{
    /// <summary>How deep a document may be; schemas of nested collections and examples can be deeper than the 64 levels that readers take by default.</summary>
    internal const int MaxDepth = 256;

    private static readonly string[] Methods = ["GET", "HEAD"];

    /// <summary>Maps <c>/openapi/{name}.json</c> and <c>.yaml</c> for each document.</summary>
    public static void Map(IEndpointRouteBuilder endpoints, params ReadOnlySpan<OpenApiDocument> documents)
    {
        var options = endpoints.ServiceProvider.GetService<CovetOpenApiOptions>() ?? new CovetOpenApiOptions();
        if (!options.Serve)
        {
            return;
        }

        var prefix = options.Path.Trim('/');
        var path = prefix.Length == 0 ? "/" : "/" + prefix + "/";
        foreach (var document in documents)
        {
            var store = new OpenApiDocumentStore(document, options, endpoints.ServiceProvider);
            Configure(endpoints.MapMethods(path + document.Name + ".json", Methods, OpenApiEndpoint.Json(store)), document.Name + ".json");
            Configure(endpoints.MapMethods(path + document.Name + ".yaml", Methods, OpenApiEndpoint.Yaml(store)), document.Name + ".yaml");
        }

        void Configure(IEndpointConventionBuilder endpoint, string name)
        {
            endpoint.WithDisplayName("OpenAPI " + name).WithMetadata(new ExcludeFromDescriptionAttribute());
            foreach (var convention in options.Conventions)
            {
                convention(endpoint);
            }
        }
    }

    /// <summary>Writes a document, indented, after the application's transformers: what <c>yourapp openapi v1</c> prints.</summary>
    /// <param name="name">The document's name; a name that ends with <c>.yaml</c> prints YAML.</param>
    /// <param name="services">The application's services.</param>
    /// <param name="output">Where to write.</param>
    /// <param name="documents">The application's documents.</param>
    /// <returns>False where there is no document of that name.</returns>
    public static async Task<bool> WriteAsync(string name, IServiceProvider services, Stream output, IReadOnlyList<OpenApiDocument> documents)
    {
        var yaml = name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);
        var documentName = yaml || name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? name[..^5] : name;
        var document = documents.FirstOrDefault(d => d.Name.Equals(documentName, StringComparison.OrdinalIgnoreCase));
        if (document is null)
        {
            return false;
        }

        var store = new OpenApiDocumentStore(document, services.GetService<CovetOpenApiOptions>() ?? new CovetOpenApiOptions(), services);
        if (yaml)
        {
            var content = await store.YamlAsync();
            await output.WriteAsync(content.Bytes(ContentCoding.Identity).ToArray());
            return true;
        }

        var json = await store.JsonAsync();
        using var parsed = JsonDocument.Parse(json.Bytes(ContentCoding.Identity).ToArray(), new JsonDocumentOptions { MaxDepth = MaxDepth });
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions
        {
            Indented = true,
            NewLine = "\n",
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        });
        await using (writer)
        {
            parsed.WriteTo(writer);
        }

        output.WriteByte((byte)'\n');
        return true;
    }
}
