namespace Covet.Build;

/// <summary>A document found in an assembly.</summary>
internal sealed class EmbeddedDocument
{
    public EmbeddedDocument(string name, string json)
    {
        Name = name;
        Json = json;
    }

    /// <summary>Its name: <c>v1</c>.</summary>
    public string Name { get; }

    /// <summary>The document without white space.</summary>
    public string Json { get; }
}
