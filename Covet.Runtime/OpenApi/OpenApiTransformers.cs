using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Covet.Internal;

/// <summary>
/// The application's changes to its documents. Only adding one names this class, so that an application without any has no
/// <see cref="JsonNode"/> in its binary.
/// </summary>
internal sealed class OpenApiTransformers
{
    private readonly List<Func<JsonObject, OpenApiTransformContext, CancellationToken, Task>> all = [];

    public void Add(Func<JsonObject, OpenApiTransformContext, CancellationToken, Task> transform) => all.Add(transform);

    /// <summary>The document after all of them, in their order.</summary>
    public async Task<byte[]> RunAsync(OpenApiDocument document, IServiceProvider services)
    {
        var root = JsonNode.Parse(document.Json, documentOptions: new JsonDocumentOptions { MaxDepth = OpenApiDocuments.MaxDepth })!.AsObject();
        var context = new OpenApiTransformContext(document.Name, services);
        foreach (var transform in all)
        {
            await transform(root, context, CancellationToken.None);
        }

        var output = new MemoryStream();
        var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        await using (writer)
        {
            root.WriteTo(writer);
        }

        return output.ToArray();
    }
}
