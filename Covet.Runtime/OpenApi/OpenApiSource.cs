namespace Covet.Internal;

/// <summary>Gives the constant that holds a document: a header line that the build reads, then the JSON.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate ReadOnlySpan<byte> OpenApiSource();
