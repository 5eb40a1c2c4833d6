namespace Conduit.Stores.Embedded;

/// <summary>Orders numbers from the largest, which is the newest.</summary>
internal sealed class NewestFirst : IComparer<long>
{
    public static readonly NewestFirst Instance = new();

    public int Compare(long x, long y) => y.CompareTo(x);
}
