namespace Covet.Generators.Model;

/// <summary>The constructor that reading calls.</summary>
internal sealed record JsonConstructorSpec(EquatableArray<JsonConstructorParameterSpec> Parameters)
{
    /// <summary>Whether it is not accessible by name, so that an <c>[UnsafeAccessor]</c> calls it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it has <c>[SetsRequiredMembers]</c>.</summary>
    public bool SetsRequiredMembers { get; init; }
}
