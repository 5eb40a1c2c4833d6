namespace Covet.Generators.Model;

/// <summary>
/// Everything that Covet knows of one type that endpoints take or return, a facet a concern: each emitter step selects
/// the facet that it needs, so that a changed comment re-emits the document and not the JSON code.
/// </summary>
internal sealed record TypeSpec(TypeRef Type, JsonTypeSpec Json)
{
    /// <summary>Whether it is written or read as JSON, so that it has a codec; false for what is only validated.</summary>
    public bool NeedsJson { get; init; } = true;

    /// <summary>What the schema needs beyond <see cref="Json"/>: descriptions, keywords, defaults.</summary>
    public SchemaFacetSpec? Schema { get; init; }
}
