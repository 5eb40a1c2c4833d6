using System.Security.Cryptography;

namespace Covet.Internal;

/// <summary>A document as it is served: after transformers, in JSON and YAML, each made once when first asked for.</summary>
internal sealed class OpenApiDocumentStore(OpenApiDocument document, CovetOpenApiOptions options, IServiceProvider services)
{
    private const string JsonType = "application/json; charset=utf-8";

    // RFC 9512.
    private const string YamlType = "application/yaml";

    private readonly Lock gate = new();
    private Task<OpenApiContent>? json;
    private Task<OpenApiContent>? yaml;

    public string Name => document.Name;

    public Task<OpenApiContent> JsonAsync() => Once(ref json, CreateJsonAsync);

    public Task<OpenApiContent> YamlAsync() => Once(ref yaml, CreateYamlAsync);

    private async Task<OpenApiContent> CreateJsonAsync()
    {
        if (options.Transform is not { } transform)
        {
            return OpenApiContent.FromConstant(JsonType, document);
        }

        var bytes = await transform(document, services);
        return OpenApiContent.FromBytes(JsonType, EntityTag(bytes), bytes);
    }

    private async Task<OpenApiContent> CreateYamlAsync()
    {
        var content = await JsonAsync();
        var bytes = YamlWriter.FromJson(content.Bytes(ContentCoding.Identity));
        return OpenApiContent.FromBytes(YamlType, EntityTag(bytes), bytes);
    }

    private static string EntityTag(byte[] bytes) => Convert.ToHexString(SHA256.HashData(bytes).AsSpan(0, 16));

    private Task<OpenApiContent> Once(ref Task<OpenApiContent>? slot, Func<Task<OpenApiContent>> create)
    {
        lock (gate)
        {
            // A transformer that threw, or whose own call timed out, runs again for the next request instead of failing for ever.
            if (slot is null || slot is { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                slot = create();
            }

            return slot;
        }
    }
}
