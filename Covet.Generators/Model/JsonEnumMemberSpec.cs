namespace Covet.Generators.Model;

/// <summary>A named value of an enum.</summary>
/// <param name="ClrName">The C# name.</param>
/// <param name="JsonName">The name on the wire.</param>
/// <param name="Value">The value as an invariant decimal number.</param>
internal sealed record JsonEnumMemberSpec(string ClrName, string JsonName, string Value);
