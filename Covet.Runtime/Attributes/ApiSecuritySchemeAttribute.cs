namespace Covet;

/// <summary>
/// Describes an authentication scheme for the OpenAPI document. The name is that of ASP.NET Core's scheme, as in
/// <c>[Authorize(AuthenticationSchemes = "...")]</c>; endpoints with a plain <c>[Authorize]</c> use the first one.
/// Without the attribute, <c>[Authorize]</c> is documented as an HTTP bearer token.
/// </summary>
/// <param name="name">The scheme's name.</param>
/// <param name="type">The OpenAPI type: <c>http</c>, <c>apiKey</c>, <c>openIdConnect</c> or <c>mutualTLS</c>.</param>
/// <example><code>
/// [assembly: ApiSecurityScheme("Bearer", "http", Scheme = "bearer", BearerFormat = "JWT")]
/// [assembly: ApiSecurityScheme("Key", "apiKey", In = "header", ParameterName = "X-Api-Key")]
/// </code></example>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ApiSecuritySchemeAttribute(string name, string type) : Attribute
{
    /// <summary>The scheme's name.</summary>
    public string Name { get; } = name;

    /// <summary>The OpenAPI type.</summary>
    public string Type { get; } = type;

    /// <summary>For <c>http</c>: the scheme of RFC 9110, section 11, e.g. <c>bearer</c> or <c>basic</c>.</summary>
    public string? Scheme { get; set; }

    /// <summary>For <c>http</c> bearer: a hint at the token's format, e.g. <c>JWT</c>.</summary>
    public string? BearerFormat { get; set; }

    /// <summary>For <c>apiKey</c>: <c>header</c>, <c>query</c> or <c>cookie</c>.</summary>
    public string? In { get; set; }

    /// <summary>For <c>apiKey</c>: the name of the header, query parameter or cookie.</summary>
    public string? ParameterName { get; set; }

    /// <summary>For <c>openIdConnect</c>: the address of the discovery document.</summary>
    public string? OpenIdConnectUrl { get; set; }

    /// <summary>A description, as Markdown.</summary>
    public string? Description { get; set; }
}
