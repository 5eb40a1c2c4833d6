namespace Covet.Generators.Model;

/// <summary>What the schema of a type needs beyond its JSON shape.</summary>
internal sealed record SchemaFacetSpec(DocSpec? Doc, EquatableArray<AttributeSpec> Attributes, EquatableArray<SchemaMemberSpec> Members)
{
    /// <summary>Whether the type cannot be made itself, so that a polymorphic value is always one of the derived types.</summary>
    public bool IsAbstract { get; init; }
}
