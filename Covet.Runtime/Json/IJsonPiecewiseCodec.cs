namespace Covet.Internal;

/// <summary>
/// What the codec of an array or list adds, so that a long body is read a piece at a time: each piece is an array of its
/// own, and the whole is put together at the end.
/// </summary>
/// <typeparam name="T">The array or list.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonPiecewiseCodec<T>
{
    /// <summary>Puts the pieces together.</summary>
    T Join(IReadOnlyList<T> pieces);
}
