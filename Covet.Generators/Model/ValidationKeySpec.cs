namespace Covet.Generators.Model;

/// <summary>The name of a member on the wire, where it differs.</summary>
internal sealed record ValidationKeySpec(string ClrName, string Key);
