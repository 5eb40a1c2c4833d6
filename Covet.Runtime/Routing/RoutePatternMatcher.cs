using Covet.Internal;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>Takes a pattern's values out of a path whose shape fits, and checks its complex segments and constraints.</summary>
internal static class RoutePatternMatcher
{
    public static bool TryCapture(
        in RouteTableData data,
        int pattern,
        ReadOnlySpan<char> path,
        ReadOnlySpan<PathSegment> segments,
        Span<RouteRange> captures,
        RouteRegexes? regexes)
    {
        var numbers = data.Numbers;
        var count = numbers[pattern + RouteTableLayout.PatternParameterCount];
        var parameter = pattern + RouteTableLayout.PatternParameters;
        for (var i = 0; i < count; i++, parameter += RouteTableLayout.ParameterSize)
        {
            captures[i] = Capture(numbers.Slice(parameter, RouteTableLayout.ParameterSize), path, segments);
        }

        return IsComplexMatch(data, numbers[pattern + RouteTableLayout.PatternComplex], path, segments, captures)
            && SatisfiesConstraints(data, pattern, path, captures, regexes);
    }

    /// <summary>The value of a parameter as the path, or else its default, has it.</summary>
    public static ReadOnlySpan<char> GetText(scoped in RouteTableData data, int pattern, int parameter, ReadOnlySpan<char> path, RouteRange range)
    {
        if (range.Length != RouteRange.Default)
        {
            return path.Slice(range.Start, range.Length);
        }

        var at = pattern + RouteTableLayout.PatternParameters + (parameter * RouteTableLayout.ParameterSize);
        return data.Text.Slice(
            data.Numbers[at + RouteTableLayout.ParameterDefaultText], data.Numbers[at + RouteTableLayout.ParameterDefaultLength]);
    }

    private static RouteRange Capture(ReadOnlySpan<int> parameter, ReadOnlySpan<char> path, ReadOnlySpan<PathSegment> segments)
    {
        var index = parameter[RouteTableLayout.ParameterSegment];
        var kind = parameter[RouteTableLayout.ParameterKind];
        if (index < segments.Length && kind != RouteTableLayout.ParameterInComplex)
        {
            var segment = segments[index];
            return kind == RouteTableLayout.ParameterSimple
                ? new RouteRange(segment.Start, segment.Length)
                : new RouteRange(segment.Start, path.Length - segment.Start);
        }

        return new RouteRange(0, parameter[RouteTableLayout.ParameterDefaultText] < 0 ? RouteRange.Missing : RouteRange.Default);
    }

    private static bool IsComplexMatch(
        in RouteTableData data, int list, ReadOnlySpan<char> path, ReadOnlySpan<PathSegment> segments, Span<RouteRange> captures)
    {
        if (list == 0)
        {
            return true;
        }

        var numbers = data.Numbers;
        var complex = list + 1;
        for (var i = 0; i < numbers[list]; i++)
        {
            var segment = segments[numbers[complex + RouteTableLayout.ComplexSegment]];
            if (!ComplexSegmentMatcher.TryMatch(data, complex, path, segment, captures))
            {
                return false;
            }

            complex += RouteTableLayout.ComplexParts + (numbers[complex + RouteTableLayout.ComplexPartCount] * RouteTableLayout.PartSize);
        }

        return true;
    }

    private static bool SatisfiesConstraints(
        in RouteTableData data, int pattern, ReadOnlySpan<char> path, ReadOnlySpan<RouteRange> captures, RouteRegexes? regexes)
    {
        var numbers = data.Numbers;
        var list = numbers[pattern + RouteTableLayout.PatternConstraints];
        if (list == 0)
        {
            return true;
        }

        for (var i = 0; i < numbers[list]; i++)
        {
            var constraint = numbers.Slice(list + 1 + (i * RouteTableLayout.ConstraintSize), RouteTableLayout.ConstraintSize);
            var kind = (RouteConstraintKind)constraint[RouteTableLayout.ConstraintKind];
            var parameter = constraint[RouteTableLayout.ConstraintParameter];
            var range = captures[parameter];
            if (range.Length == RouteRange.Missing)
            {
                if (constraint[RouteTableLayout.ConstraintOptional] == 0 && !RouteConstraints.AcceptsNull(kind))
                {
                    return false;
                }

                continue;
            }

            var text = GetText(data, pattern, parameter, path, range);
            var a = Long(constraint[RouteTableLayout.ConstraintA..]);
            var b = Long(constraint[RouteTableLayout.ConstraintB..]);
            var satisfied = kind == RouteConstraintKind.Regex
                ? regexes!.IsMatch(data, (int)b, (int)a, (int)(a >> 32), text)
                : RouteConstraints.IsSatisfied(kind, a, b, text);
            if (!satisfied)
            {
                return false;
            }
        }

        return true;
    }

    private static long Long(ReadOnlySpan<int> halves) => (uint)halves[0] | ((long)halves[1] << 32);
}
