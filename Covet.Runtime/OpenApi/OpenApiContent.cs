namespace Covet.Internal;

/// <summary>
/// One document in one format, in every coding. Codings are made once, when first asked for: the build's constant stays
/// small, and an application that nobody asks for its document pays nothing.
/// </summary>
internal sealed class OpenApiContent
{
    private readonly byte[]? bytes;
    private readonly OpenApiDocument? document;
    private readonly string entityTag;
    private byte[]? gzip;

    private OpenApiContent(string contentType, string entityTag, byte[]? bytes, OpenApiDocument? document)
    {
        ContentType = contentType;
        this.entityTag = entityTag;
        this.bytes = bytes;
        this.document = document;
    }

    public string ContentType { get; }

    private ReadOnlySpan<byte> Identity => document is null ? bytes : document.Json;

    /// <summary>Content that is served from the constant itself.</summary>
    public static OpenApiContent FromConstant(string contentType, OpenApiDocument document) =>
        new(contentType, document.EntityTag, null, document);

    public static OpenApiContent FromBytes(string contentType, string entityTag, byte[] bytes) =>
        new(contentType, entityTag, bytes, null);

    public ReadOnlySpan<byte> Bytes(ContentCoding coding) => coding switch
    {
        ContentCoding.Gzip => gzip ??= GzipWriter.Compress(Identity),
        _ => Identity,
    };

    /// <summary>The strong entity tag; another one a coding, as the bytes differ (RFC 9110, section 8.8.3.3).</summary>
    public string EntityTag(ContentCoding coding) => coding switch
    {
        ContentCoding.Gzip => "\"" + entityTag + "-gzip\"",
        _ => "\"" + entityTag + "\"",
    };
}
