using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>Looks for a path that matches two routes of the same key.</summary>
internal static class SharedPath
{
    /// <summary>A path that matches both; null where none was found.</summary>
    public static string? Find(ConflictCandidate first, ConflictCandidate second)
    {
        var path = "";
        var fewest = Math.Max(first.Required, second.Required);
        for (var length = 0; length <= first.Segments.Count; length++)
        {
            if (length >= fewest && MayEnd(first, length) && MayEnd(second, length))
            {
                return path.Length == 0 ? "/" : path;
            }

            if (length == first.Segments.Count || FindSegment(first.Segments[length], second.Segments[length]) is not { } segment)
            {
                return null;
            }

            path += "/" + segment;
        }

        return null;
    }

    /// <summary>Whether a path may end before a segment: what is left out satisfies its constraints by default or not at all.</summary>
    private static bool MayEnd(ConflictCandidate route, int length)
    {
        for (var i = length; i < route.Segments.Count; i++)
        {
            var part = route.Segments[i].Parts[0];
            foreach (var constraint in part.Constraints)
            {
                var satisfied = part.Default is { } text ? RouteConstraintCheck.IsSatisfied(constraint, text)
                    : part.IsOptional || constraint.Name == "nonfile";
                if (!satisfied)
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static string? FindSegment(RouteSegmentSpec first, RouteSegmentSpec second)
    {
        if (first.IsSimple && !first.Parts[0].IsParameter)
        {
            return first.Parts[0].Text;
        }

        foreach (var text in SegmentSamples.Of(first, second))
        {
            if (text.Length > 0 && RouteSegmentMatcher.Matches(first, text) && RouteSegmentMatcher.Matches(second, text))
            {
                return text;
            }
        }

        return null;
    }
}
