namespace Covet.Generators.Model;

/// <summary>What the rules of a member need to know of its value.</summary>
/// <param name="TypeName">The type as C#, without <c>Nullable&lt;T&gt;</c> and without an annotation.</param>
/// <param name="Known">The type where it is one that Covet treats by itself.</param>
/// <param name="CanBeNull">Whether it is a reference or a <c>Nullable&lt;T&gt;</c>.</param>
internal sealed record ValidationValueSpec(string TypeName, KnownType Known, bool CanBeNull)
{
    /// <summary>Whether it is a <c>Nullable&lt;T&gt;</c>.</summary>
    public bool IsNullableStruct { get; init; }

    /// <summary>How items are counted: <c>Length</c>, <c>Count</c>, empty for a helper, null where nothing can be counted.</summary>
    public string? Count { get; init; }

    /// <summary>The underlying type of an enum, else <see cref="KnownType.None"/>.</summary>
    public KnownType EnumUnderlying { get; init; }
}
