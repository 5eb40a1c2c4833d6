namespace Covet.Generators.Model;

/// <summary>How a validator goes through a value.</summary>
internal enum ValidationShape
{
    /// <summary>Member by member.</summary>
    Object,

    /// <summary>Item by item.</summary>
    Collection,

    /// <summary>Value by value.</summary>
    Dictionary,

    /// <summary>The value of a <c>Nullable&lt;T&gt;</c>.</summary>
    Nullable,
}
