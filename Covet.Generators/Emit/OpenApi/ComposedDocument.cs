using Covet.Generators.Emit.OpenApi.Tree;

namespace Covet.Generators.Emit.OpenApi;

/// <summary>A whole document.</summary>
/// <param name="Name">Its name: <c>v1</c>.</param>
/// <param name="Root">The document.</param>
/// <param name="Endpoints">Which endpoint an operation is of: <c>get /todos/{id}</c> to the endpoint's Id.</param>
internal sealed record ComposedDocument(string Name, ApiObject Root, IReadOnlyDictionary<string, string> Endpoints);
