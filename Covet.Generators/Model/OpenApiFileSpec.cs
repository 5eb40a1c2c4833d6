namespace Covet.Generators.Model;

/// <summary>A text file of the project: a baseline, or the documentation of a reference.</summary>
internal sealed record OpenApiFileSpec(string Path, string Text);
