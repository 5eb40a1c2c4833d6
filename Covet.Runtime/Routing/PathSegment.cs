namespace Covet.Routing;

/// <summary>A segment of the path.</summary>
internal readonly struct PathSegment(int start, int length)
{
    public readonly int Start = start;
    public readonly int Length = length;
}
