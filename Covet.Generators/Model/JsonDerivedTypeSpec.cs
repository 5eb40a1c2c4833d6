namespace Covet.Generators.Model;

/// <summary>One derived type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Discriminator">The discriminator as a C# literal (a string or an int), or null where it has none.</param>
internal sealed record JsonDerivedTypeSpec(TypeRef Type, string? Discriminator)
{
    /// <summary>Whether it is an object, so that its members can follow a discriminator.</summary>
    public bool IsObject { get; init; }

    /// <summary>The discriminator's text where it is a string; <see cref="Discriminator"/> is its literal.</summary>
    public string? DiscriminatorText { get; init; }
}
