namespace Covet.Generators.Model;

/// <summary>What responses say of a deprecation: values of headers.</summary>
/// <param name="Deprecation">The value of <c>Deprecation</c> (RFC 9745), or null.</param>
/// <param name="Sunset">The value of <c>Sunset</c> (RFC 8594), or null.</param>
/// <param name="Link">The value of <c>Link</c>, or null.</param>
internal sealed record LifecycleSpec(string? Deprecation, string? Sunset, string? Link);
