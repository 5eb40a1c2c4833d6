namespace Covet.Generators.Model;

/// <summary>What the schema of a member needs beyond its JSON shape.</summary>
internal sealed record SchemaMemberSpec(string ClrName, DocSpec? Doc, EquatableArray<AttributeSpec> Attributes);
