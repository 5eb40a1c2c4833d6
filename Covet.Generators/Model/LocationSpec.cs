namespace Covet.Generators.Model;

/// <summary>A place in the user's source; kept out of the specs that become source, as it changes with every edit above it.</summary>
internal sealed record LocationSpec(string FilePath, int Start, int Length);
