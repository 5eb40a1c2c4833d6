using System.Diagnostics.CodeAnalysis;

namespace Covet;

/// <summary>Makes a method an endpoint that answers DELETE requests (RFC 9110, section 9.3).</summary>
/// <param name="template">The route template, appended to the handler's prefix; empty by default.</param>
/// <example><code>[Delete("{id:guid}")] public ... Method(Guid id) { ... }</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class DeleteAttribute([StringSyntax("Route")] string template = "") : VerbAttribute("DELETE", template);
