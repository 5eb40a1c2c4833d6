namespace Covet.Generators.Model;

/// <summary>A segment of a route template.</summary>
/// <param name="Parts">Its literals and parameters; never empty.</param>
internal sealed record RouteSegmentSpec(EquatableArray<RoutePartSpec> Parts)
{
    /// <summary>Whether it is one literal or one parameter.</summary>
    public bool IsSimple => Parts.Count == 1;

    /// <summary>Whether a path may end before it, as far as this segment is concerned.</summary>
    public bool MayBeAbsent => IsSimple && Parts[0] is { IsParameter: true } part && (part.IsOptional || part.IsCatchAll || part.Default is not null);
}
