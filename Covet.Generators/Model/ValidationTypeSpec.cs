namespace Covet.Generators.Model;

/// <summary>The validation rules of a type.</summary>
/// <param name="Type">The type.</param>
/// <param name="Members">Members with rules of their own or below them.</param>
internal sealed record ValidationTypeSpec(TypeRef Type, EquatableArray<ValidationMemberSpec> Members)
{
    /// <summary>How its values are gone through.</summary>
    public ValidationShape Shape { get; init; }

    /// <summary>The item, value or underlying type, where the shape has one.</summary>
    public TypeRef? Element { get; init; }

    /// <summary>The key of a dictionary.</summary>
    public TypeRef? Key { get; init; }

    /// <summary>Whether a collection is an <c>ImmutableArray&lt;T&gt;</c>, which may be default.</summary>
    public bool IsImmutableArray { get; init; }

    /// <summary>Rules on the type itself.</summary>
    public EquatableArray<ValidationRuleSpec> TypeRules { get; init; }

    /// <summary>Whether the type implements <c>IValidatableObject</c>.</summary>
    public bool IsValidatableObject { get; init; }

    /// <summary>Derived types that JSON can make in its place and that have validators, the most derived first.</summary>
    public EquatableArray<TypeRef> DerivedTypes { get; init; }

    /// <summary>Whether an object of the type can contain another one, at any depth.</summary>
    public bool IsRecursive { get; init; }

    /// <summary>The IDs of <c>[Experimental]</c> that what the file names brings.</summary>
    public EquatableArray<string> Experimental { get; init; }

    /// <summary>Names on the wire, for rules of the user's that name members.</summary>
    public EquatableArray<ValidationKeySpec> Keys { get; init; }
}
