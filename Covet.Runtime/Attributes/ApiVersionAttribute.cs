namespace Covet;

/// <summary>
/// Says which version of the API an endpoint is of; on a class, all its endpoints that name none themselves. An endpoint of
/// several versions has the attribute several times. Where the route has the token <c>[version]</c>, the version is part of
/// the path; otherwise the request says it, as <see cref="ApiVersioningAttribute"/> tells. Each version has a document of
/// its own: <c>/openapi/v2.json</c> for version <c>2</c>.
/// </summary>
/// <param name="version">The version: letters, digits, <c>.</c>, <c>-</c> and <c>_</c>, compared without regard to case.</param>
/// <example><code>
/// [Handler("/v[version]/orders"), ApiVersion("1", Deprecated = "2026-01-01", Sunset = "2026-12-31"), ApiVersion("2")]
/// public sealed class OrderHandler { ... }      // /v1/orders and /v2/orders
///
/// [Handler("/orders"), ApiVersion("2")]
/// public sealed class OrderHandler { ... }      // /orders?api-version=2
/// </code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Method, AllowMultiple = true, Inherited = false)]
public sealed class ApiVersionAttribute(string version) : Attribute
{
    /// <summary>The version.</summary>
    public string Version { get; } = version;

    /// <summary>The day (<c>2026-01-01</c>) or time (ISO 8601) since which the version is deprecated; see <see cref="DeprecationAttribute"/>.</summary>
    public string? Deprecated { get; set; }

    /// <summary>The day or time at which the version goes away; see <see cref="SunsetAttribute"/>.</summary>
    public string? Sunset { get; set; }

    /// <summary>The address of a page about the deprecation.</summary>
    public string? Link { get; set; }
}
