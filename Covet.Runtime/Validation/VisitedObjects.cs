namespace Covet.Internal;

/// <summary>The objects that a run has been in. Each thread keeps one set, so that recursive types validate without allocating.</summary>
internal sealed class VisitedObjects
{
    // A set that one huge graph grew is not kept: clearing it would cost every later run.
    private const int LargestKept = 1024;

    [ThreadStatic]
    private static VisitedObjects? kept;

    private readonly HashSet<object> items = new(ReferenceEqualityComparer.Instance);

    /// <summary>An empty set.</summary>
    public static VisitedObjects Rent()
    {
        var rented = kept ?? new VisitedObjects();
        kept = null;
        return rented;
    }

    /// <summary>Adds an object; false where it is in the set already.</summary>
    public bool Add(object value) => items.Add(value);

    /// <summary>Gives the set back.</summary>
    public void Return()
    {
        if (items.Count <= LargestKept)
        {
            items.Clear();
            kept = this;
        }
    }
}
