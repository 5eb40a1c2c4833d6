namespace Covet;

/// <summary>Binds a parameter from a request cookie (RFC 6265), as ASP.NET Core's <c>[FromHeader]</c> does from a header.</summary>
/// <example><code>[Get] public string Show([FromCookie(Name = "theme")] string theme = "light") => theme;</code></example>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property, Inherited = true)]
public sealed class FromCookieAttribute : Attribute
{
    /// <summary>The cookie's name, compared with regard to case; the parameter's name where it is null.</summary>
    public string? Name { get; set; }
}
