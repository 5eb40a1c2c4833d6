using System.Diagnostics.CodeAnalysis;

namespace Covet;

/// <summary>Makes a method an endpoint that answers PATCH requests (RFC 5789).</summary>
/// <param name="template">The route template, appended to the handler's prefix; empty by default.</param>
/// <example><code>[Patch("{id:guid}")] public ... Method(Guid id) { ... }</code></example>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true, Inherited = true)]
public sealed class PatchAttribute([StringSyntax("Route")] string template = "") : VerbAttribute("PATCH", template);
