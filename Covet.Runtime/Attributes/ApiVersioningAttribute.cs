namespace Covet;

/// <summary>
/// Where requests say which version of the API they want, for endpoints that have <see cref="ApiVersionAttribute"/> and no
/// <c>[version]</c> in their route. Without the attribute, the query parameter <c>api-version</c> says it, and a request
/// that names none is refused.
/// </summary>
/// <example><code>[assembly: ApiVersioning(Header = "X-Api-Version", Default = "1")]</code></example>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ApiVersioningAttribute : Attribute
{
    /// <summary>The name of the query parameter; where it and <see cref="Header"/> are null, <c>api-version</c>.</summary>
    public string? Query { get; set; }

    /// <summary>The name of the header; it goes before the query parameter.</summary>
    public string? Header { get; set; }

    /// <summary>The version of requests that name none; where it is null, such a request is 400.</summary>
    public string? Default { get; set; }
}
