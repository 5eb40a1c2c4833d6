namespace Covet;

/// <summary>
/// Puts endpoints into an OpenAPI document by its name, served at <c>/openapi/{name}.json</c>. On a method it counts for
/// that endpoint, on a class for all its endpoints that have none of their own. On an assembly it describes a document:
/// title, version, text. An endpoint without the attribute is in the application's default document: the first that the
/// assembly describes, or <c>v1</c>.
/// </summary>
/// <param name="name">The document's name: letters, digits, <c>.</c>, <c>-</c> and <c>_</c>.</param>
/// <example><code>
/// [assembly: ApiDocument("v1", Title = "Orders")]
/// [assembly: ApiDocument("internal", Title = "Orders, internal")]
///
/// [Handler("/orders"), ApiDocument("v1"), ApiDocument("internal")]
/// public sealed class OrderHandler { ... }
/// </code></example>
[AttributeUsage(AttributeTargets.Assembly | AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ApiDocumentAttribute(string name) : Attribute
{
    /// <summary>The document's name.</summary>
    public string Name { get; } = name;

    /// <summary>On an assembly: the title; the project's <c>Title</c> or assembly name by default.</summary>
    public string? Title { get; set; }

    /// <summary>On an assembly: the API's version; the project's <c>Version</c> by default.</summary>
    public string? Version { get; set; }

    /// <summary>On an assembly: the description, as Markdown; the project's <c>Description</c> by default.</summary>
    public string? Description { get; set; }
}
