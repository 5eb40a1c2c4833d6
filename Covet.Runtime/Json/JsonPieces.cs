namespace Covet.Internal;

/// <summary>Puts arrays together that were read in pieces.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class JsonPieces
{
    /// <summary>One array of all items.</summary>
    public static T[] ToArray<T>(IReadOnlyList<IEnumerable<T>> pieces)
    {
        var all = new T[Count(pieces)];
        var index = 0;
        foreach (var piece in pieces)
        {
            var items = (ICollection<T>)piece;
            items.CopyTo(all, index);
            index += items.Count;
        }

        return all;
    }

    /// <summary>One list of all items.</summary>
    public static List<T> ToList<T>(IReadOnlyList<IEnumerable<T>> pieces)
    {
        var all = new List<T>(Count(pieces));
        foreach (var piece in pieces)
        {
            all.AddRange(piece);
        }

        return all;
    }

    private static int Count<T>(IReadOnlyList<IEnumerable<T>> pieces)
    {
        var count = 0;
        foreach (var piece in pieces)
        {
            count += ((ICollection<T>)piece).Count;
        }

        return count;
    }
}
