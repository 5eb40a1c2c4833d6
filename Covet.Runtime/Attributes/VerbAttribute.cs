using System.Diagnostics.CodeAnalysis;

namespace Covet;

/// <summary>
/// Makes a method an endpoint that answers requests of <see cref="Method"/> (RFC 9110, section 9) on
/// <see cref="Template"/>. May stand several times on one method; each makes one route.
/// </summary>
/// <param name="method">The HTTP method, a token of RFC 9110 section 5.6.2; compared without regard to case.</param>
/// <param name="template">The route template, in ASP.NET Core's syntax, appended to the handler's prefix. A template
/// that begins with <c>/</c> is appended all the same; one that begins with <c>~/</c> replaces the prefix.</param>
/// <example><code>[Verb("PURGE", "cache/{key}")] public void Purge(string key) => cache.Remove(key);</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
[SuppressMessage("Performance", "CA1813:Avoid unsealed attributes", Justification = "The verbs derive from it.")]
public class VerbAttribute(string method, [StringSyntax("Route")] string template = "") : Attribute
{
    /// <summary>The HTTP method.</summary>
    public string Method { get; } = method;

    /// <summary>The route template, appended to the handler's prefix.</summary>
    public string Template { get; } = template;

    /// <summary>The endpoint's name, for link generation and as the OpenAPI operation id; unique in an application.</summary>
    public string? Name { get; set; }

    /// <summary>Routes of a lower order win before precedence is compared, as in ASP.NET Core; 0 by default.</summary>
    public int Order { get; set; }
}
