namespace Covet.Generators.Model;

/// <summary>A document that an assembly attribute describes.</summary>
internal sealed record OpenApiDocumentSpec(string Name, string? Title, string? Version, string? Description);
