namespace Covet.Internal;

/// <summary>A document that the compiler made.</summary>
/// <param name="name">Its name, as in <c>/openapi/{name}.json</c>.</param>
/// <param name="entityTag">Its entity tag without quotes: a hash that the build computed.</param>
/// <param name="source">Gives the constant.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class OpenApiDocument(string name, string entityTag, OpenApiSource source)
{
    /// <summary>The document's name.</summary>
    public string Name { get; } = name;

    /// <summary>The entity tag without quotes.</summary>
    public string EntityTag { get; } = entityTag;

    /// <summary>The document as UTF-8 JSON, as the compiler wrote it.</summary>
    public ReadOnlySpan<byte> Json
    {
        get
        {
            // The first line is for the build, which finds the document in the assembly by it.
            var constant = source();
            return constant[(constant.IndexOf((byte)'\n') + 1)..];
        }
    }
}
