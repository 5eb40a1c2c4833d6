namespace Covet.Internal;

/// <summary>Where a parameter's value stands in the path.</summary>
/// <param name="Start">The index of its first character.</param>
/// <param name="Length">Its number of characters; <see cref="Missing"/> or <see cref="Default"/> where the path has none.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RouteRange(int Start, int Length)
{
    /// <summary>The <see cref="Length"/> of a parameter that has no value.</summary>
    public const int Missing = -1;

    /// <summary>The <see cref="Length"/> of a parameter that has its default from the template.</summary>
    public const int Default = -2;
}
