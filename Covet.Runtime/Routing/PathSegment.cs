namespace Covet.Routing;

/// <summary>A segment of the path, with the hash of its text.</summary>
internal readonly struct PathSegment(int start, int length, int hash)
{
    public readonly int Start = start;
    public readonly int Length = length;
    public readonly int Hash = hash;
}
