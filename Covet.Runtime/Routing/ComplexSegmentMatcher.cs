using Covet.Internal;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>
/// Matches one path segment against literals and parameters, such as <c>{name}.{ext}</c>, as ASP.NET Core does: from
/// the right, each literal at its last occurrence that leaves its right neighbour at least one character, without ever
/// going back. The leftmost parameter takes all that remains.
/// </summary>
internal static class ComplexSegmentMatcher
{
    public static bool TryMatch(in RouteTableData data, int complex, ReadOnlySpan<char> path, PathSegment segment, Span<RouteRange> captures)
    {
        var parts = data.Numbers[complex + RouteTableLayout.ComplexPartCount];
        if (TryMatch(data, complex, path, segment, captures, parts))
        {
            return true;
        }

        if (data.Numbers[complex + RouteTableLayout.ComplexOptional] == 0)
        {
            return false;
        }

        // The last parameter is optional, and with it the period before it; but a period alone is not left standing.
        if (segment.Length > 0 && path[segment.Start + segment.Length - 1] == '.')
        {
            return false;
        }

        var last = complex + RouteTableLayout.ComplexParts + ((parts - 1) * RouteTableLayout.PartSize);
        captures[data.Numbers[last + RouteTableLayout.PartValue]] = new RouteRange(0, RouteRange.Missing);
        return TryMatch(data, complex, path, segment, captures, parts - 2);
    }

    private static bool TryMatch(
        in RouteTableData data, int complex, ReadOnlySpan<char> path, PathSegment segment, Span<RouteRange> captures, int used)
    {
        var numbers = data.Numbers;
        var parts = complex + RouteTableLayout.ComplexParts;
        var isLastOfAll = used == numbers[complex + RouteTableLayout.ComplexPartCount];
        var text = path.Slice(segment.Start, segment.Length);

        // What stands right of "end" is matched; "pending" is the parameter that reaches up to it.
        var end = text.Length;
        var pending = -1;
        for (var i = used - 1; i >= 0; i--)
        {
            var part = parts + (i * RouteTableLayout.PartSize);
            var literalText = numbers[part + RouteTableLayout.PartText];
            var value = numbers[part + RouteTableLayout.PartValue];
            if (literalText < 0)
            {
                pending = value;
                continue;
            }

            var room = pending < 0 ? end : end - 1;
            if (room <= 0)
            {
                return false;
            }

            var at = text[..room].LastIndexOf(data.Text.Slice(literalText, value), StringComparison.OrdinalIgnoreCase);
            if (at < 0)
            {
                return false;
            }

            if (pending >= 0)
            {
                var from = at + value;
                if (from >= end)
                {
                    return false;
                }

                captures[pending] = new RouteRange(segment.Start + from, end - from);
                pending = -1;
            }
            else if (isLastOfAll && i == used - 1 && at + value != text.Length)
            {
                return false;
            }

            end = at;
        }

        if (pending >= 0)
        {
            captures[pending] = new RouteRange(segment.Start, end);
            return end > 0;
        }

        return end == 0;
    }
}
