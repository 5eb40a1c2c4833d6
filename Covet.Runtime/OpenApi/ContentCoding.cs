namespace Covet.Internal;

/// <summary>The content codings in which a document is kept.</summary>
internal enum ContentCoding
{
    Identity,
    Gzip,
}
