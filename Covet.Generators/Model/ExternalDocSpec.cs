namespace Covet.Generators.Model;

/// <summary>The documentation of a symbol of another assembly.</summary>
internal sealed record ExternalDocSpec(string Id, DocSpec Doc);
