namespace Covet.Internal;

/// <summary>A point in a validation run: what was found before it belongs to others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ValidationMark(int errors, int found, int pending)
{
    internal int Errors { get; } = errors;

    internal int Found { get; } = found;

    internal int Pending { get; } = pending;
}
