namespace Covet.Generators.Model;

/// <summary>How generated code gets at a property or field.</summary>
internal enum JsonAccess
{
    /// <summary>It cannot, or should not.</summary>
    None,

    /// <summary>By its name.</summary>
    Direct,

    /// <summary>Through an <c>[UnsafeAccessor]</c>: a private member, or an <c>init</c> setter after construction.</summary>
    Unsafe,

    /// <summary>In the object initializer: <c>required</c> members, and <c>init</c> setters of generic classes.</summary>
    Initializer,

    /// <summary>By a <c>with</c> expression: <c>init</c> setters of generic records and structs.</summary>
    With,
}
