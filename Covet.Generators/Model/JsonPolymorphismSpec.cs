namespace Covet.Generators.Model;

/// <summary>The derived types of a polymorphic type.</summary>
/// <param name="DiscriminatorName">The JSON name of the discriminator, <c>$type</c> by default.</param>
/// <param name="DerivedTypes">The derived types with their discriminators.</param>
internal sealed record JsonPolymorphismSpec(string DiscriminatorName, EquatableArray<JsonDerivedTypeSpec> DerivedTypes)
{
    /// <summary>The value of <c>JsonUnknownDerivedTypeHandling</c>.</summary>
    public int UnknownDerivedTypeHandling { get; init; }

    public bool IgnoreUnrecognizedDiscriminators { get; init; }
}
