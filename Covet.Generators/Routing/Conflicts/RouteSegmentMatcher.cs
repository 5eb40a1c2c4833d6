using Covet.Generators.Model;

namespace Covet.Generators.Routing.Conflicts;

/// <summary>Matches one segment's text at build; the counterpart of the runtime's matcher of complex segments.</summary>
internal static class RouteSegmentMatcher
{
    public static bool Matches(RouteSegmentSpec segment, string text)
    {
        var parts = segment.Parts;
        if (segment.IsSimple)
        {
            return parts[0].IsParameter
                ? Satisfies(parts[0], text)
                : string.Equals(parts[0].Text, text, StringComparison.OrdinalIgnoreCase);
        }

        return MatchParts(parts, parts.Count, text)
            || (parts[parts.Count - 1].IsOptional && !text.EndsWith(".", StringComparison.Ordinal) && MatchParts(parts, parts.Count - 2, text));
    }

    private static bool Satisfies(RoutePartSpec part, string text) => part.Constraints.All(constraint => RouteConstraintCheck.IsSatisfied(constraint, text));

    private static bool MatchParts(EquatableArray<RoutePartSpec> parts, int used, string text)
    {
        var end = text.Length;
        RoutePartSpec? pending = null;
        for (var i = used - 1; i >= 0; i--)
        {
            if (parts[i].IsParameter)
            {
                pending = parts[i];
                continue;
            }

            var literal = parts[i].Text;
            var room = pending is null ? end : end - 1;
            var at = room <= 0 ? -1 : text.Substring(0, room).LastIndexOf(literal, StringComparison.OrdinalIgnoreCase);
            if (at < 0 || (pending is null && i == parts.Count - 1 && at + literal.Length != text.Length))
            {
                return false;
            }

            var from = at + literal.Length;
            if (pending is not null && (from >= end || !Satisfies(pending, text.Substring(from, end - from))))
            {
                return false;
            }

            pending = null;
            end = at;
        }

        return pending is null ? end == 0 : end > 0 && Satisfies(pending, text.Substring(0, end));
    }
}
