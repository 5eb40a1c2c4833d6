using System.Text.Json.Nodes;
using Covet.Internal;
using Microsoft.AspNetCore.Builder;

namespace Covet;

/// <summary>How the OpenAPI documents are served.</summary>
/// <example><code>
/// builder.Services.AddCovetOpenApi(o =>
/// {
///     o.AddDocumentTransformer((document, context) => document["info"]!["title"] = "Orders of " + context.DocumentName);
///     o.ConfigureEndpoints(e => e.RequireAuthorization("Staff"));
/// });
/// </code></example>
public sealed class CovetOpenApiOptions
{
    private readonly List<Action<IEndpointConventionBuilder>> conventions = [];
    private OpenApiTransformers? transformers;

    /// <summary>The path below which the documents are served; <c>/openapi</c> by default.</summary>
    public string Path { get; set; } = "/openapi";

    /// <summary>Whether the documents are served at all; true by default.</summary>
    public bool Serve { get; set; } = true;

    /// <summary>Gives a document after its transformers; null where there are none.</summary>
    internal Func<OpenApiDocument, IServiceProvider, Task<byte[]>>? Transform { get; private set; }

    internal IReadOnlyList<Action<IEndpointConventionBuilder>> Conventions => conventions;

    /// <summary>
    /// Adds code that changes a document. It runs once a document, when the document is first asked for. The file that
    /// the build writes does not have the change; <c>yourapp openapi v1</c> has it.
    /// </summary>
    /// <param name="transform">Changes the document in place.</param>
    /// <returns>These options.</returns>
    public CovetOpenApiOptions AddDocumentTransformer(Action<JsonObject, OpenApiTransformContext> transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        return AddDocumentTransformer((document, context, _) =>
        {
            transform(document, context);
            return Task.CompletedTask;
        });
    }

    /// <inheritdoc cref="AddDocumentTransformer(Action{JsonObject, OpenApiTransformContext})"/>
    public CovetOpenApiOptions AddDocumentTransformer(Func<JsonObject, OpenApiTransformContext, CancellationToken, Task> transform)
    {
        ArgumentNullException.ThrowIfNull(transform);
        transformers ??= new OpenApiTransformers();
        transformers.Add(transform);
        Transform = transformers.RunAsync;
        return this;
    }

    /// <summary>Adds conventions to the endpoints that serve the documents, e.g. <c>RequireAuthorization</c>.</summary>
    /// <param name="convention">Configures an endpoint.</param>
    /// <returns>These options.</returns>
    public CovetOpenApiOptions ConfigureEndpoints(Action<IEndpointConventionBuilder> convention)
    {
        ArgumentNullException.ThrowIfNull(convention);
        conventions.Add(convention);
        return this;
    }
}
