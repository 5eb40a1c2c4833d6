namespace Covet;

/// <summary>
/// Marks endpoints as deprecated: their responses carry <c>Deprecation</c> (RFC 9745), and the OpenAPI document says so.
/// <c>[Obsolete]</c> says it in the document alone.
/// </summary>
/// <param name="since">The day (<c>2026-01-01</c>) or time (ISO 8601) since which they are, or will be.</param>
/// <example><code>[Get("old"), Deprecation("2026-01-01", Link = "https://example.com/moving")] public Report Old() => ...</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, Inherited = false)]
public sealed class DeprecationAttribute(string since) : Attribute
{
    /// <summary>The day or time.</summary>
    public string Since { get; } = since;

    /// <summary>The address of a page about it, sent as <c>Link</c> with <c>rel="deprecation"</c>.</summary>
    public string? Link { get; set; }
}
