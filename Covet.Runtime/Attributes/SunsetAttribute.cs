namespace Covet;

/// <summary>Says when endpoints will go away: their responses carry <c>Sunset</c> (RFC 8594).</summary>
/// <param name="at">The day (<c>2026-12-31</c>) or time (ISO 8601).</param>
/// <example><code>[Get("old"), Sunset("2026-12-31")] public Report Old() => ...</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, Inherited = false)]
public sealed class SunsetAttribute(string at) : Attribute
{
    /// <summary>The day or time.</summary>
    public string At { get; } = at;

    /// <summary>The address of a page about it, sent as <c>Link</c> with <c>rel="sunset"</c>.</summary>
    public string? Link { get; set; }
}
