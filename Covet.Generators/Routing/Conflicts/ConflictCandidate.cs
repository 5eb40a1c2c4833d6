using System.Text;
using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>A parsed route in the search for conflicts.</summary>
internal sealed class ConflictCandidate
{
    public ConflictCandidate(int index, RouteSpec route, RoutePatternSpec pattern)
    {
        Index = index;
        Route = route;
        Segments = pattern.Segments;
        Precedence = RoutePrecedence.Compute(pattern);
        Required = Segments.Count;
        while (Required > 0 && Segments[Required - 1].MayBeAbsent)
        {
            Required--;
        }

        Method = route.TableMethod.ToUpperInvariant();
        Key = ComputeKey();
    }

    public int Index { get; }

    public RouteSpec Route { get; }

    public EquatableArray<RouteSegmentSpec> Segments { get; }

    public string Precedence { get; }

    public string Method { get; }

    /// <summary>The fewest segments that a path of the route has.</summary>
    public int Required { get; }

    public bool HasCatchAll => Segments.Count > 0 && Segments[Segments.Count - 1].Parts[0].IsCatchAll;

    /// <summary>Only routes with the same key can be ambiguous: order, method, precedence, and the literals where they stand.</summary>
    public string Key { get; }

    private string ComputeKey()
    {
        var key = new StringBuilder();
        key.Append(Route.Order).Append('\n').Append(Method).Append('\n').Append(Precedence);
        foreach (var segment in Segments)
        {
            if (segment.IsSimple && !segment.Parts[0].IsParameter)
            {
                // A slash stands in no literal.
                key.Append('/').Append(segment.Parts[0].Text.ToUpperInvariant());
            }
        }

        return key.ToString();
    }
}
