namespace Covet.Internal;

/// <summary>
/// What the codec of a collection adds, so that a long body is read a piece at a time: each piece is an array, whose items are
/// added to those of the pieces before it.
/// </summary>
/// <typeparam name="T">The collection.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IJsonPiecewiseCodec<T>
{
    /// <summary>Makes what the items are added to: the collection, or a list where it cannot grow.</summary>
    object Begin();

    /// <summary>Reads the items of a piece.</summary>
    /// <param name="reader">At the piece's array.</param>
    /// <param name="items">What <see cref="Begin"/> made.</param>
    /// <returns>How many items the array had, which may be more than a set takes.</returns>
    int ReadItems(ref JsonReader reader, object items);

    /// <summary>The collection of all items.</summary>
    /// <param name="items">What <see cref="Begin"/> made.</param>
    T End(object items);
}
