namespace Covet.Internal;

/// <summary>What came of reading a body: a value, or the errors that say why there is none.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BodyRead<T>(T? value, RequestErrors? errors)
{
    /// <summary>The value; default where <see cref="Errors"/> is not null.</summary>
    public T? Value { get; } = value;

    /// <summary>Why there is no value; null where there is one.</summary>
    public RequestErrors? Errors { get; } = errors;
}
