namespace Covet;

/// <summary>What a document transformer knows besides the document.</summary>
/// <param name="documentName">The document's name, e.g. <c>v1</c>.</param>
/// <param name="services">The application's services.</param>
public sealed class OpenApiTransformContext(string documentName, IServiceProvider services)
{
    /// <summary>The document's name, e.g. <c>v1</c>.</summary>
    public string DocumentName { get; } = documentName;

    /// <summary>The application's services.</summary>
    public IServiceProvider Services { get; } = services;
}
