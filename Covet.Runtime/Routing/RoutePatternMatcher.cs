using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Covet.Internal;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>Takes a pattern's values out of a path whose shape fits, and checks its complex segments and constraints.</summary>
internal static class RoutePatternMatcher
{
    /// <summary>Whether the path has the pattern's shape in full; takes the values out of it.</summary>
    /// <param name="data">The table.</param>
    /// <param name="pattern">The pattern in it.</param>
    /// <param name="path">The path.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="captures">Receives the values.</param>
    /// <param name="regexes">Judges the table's expressions.</param>
    public static bool TryCapture(
        in RouteTableData data,
        ref int pattern,
        ReadOnlySpan<char> path,
        ReadOnlySpan<PathSegment> segments,
        Span<RouteRange> captures,
        RouteRegexes? regexes)
    {
        var count = Unsafe.Add(ref pattern, RouteTableLayout.PatternParameterCount);
        if (count == 0)
        {
            return true;
        }

        ref var parameters = ref At(in data, Unsafe.Add(ref pattern, RouteTableLayout.PatternParameters));
        ref var parameter = ref parameters;
        for (var i = 0; i < captures.Length; i++)
        {
            captures[i] = Capture(in data, ref parameter, path, segments);
            if (i + 1 == count)
            {
                var complex = Unsafe.Add(ref pattern, RouteTableLayout.PatternComplex);
                var constraints = Unsafe.Add(ref pattern, RouteTableLayout.PatternConstraints);
                return (complex == 0 || IsComplexMatch(data, complex, path, segments, captures))
                    && (constraints == 0 || SatisfiesConstraints(data, ref parameters, constraints, path, captures, regexes));
            }

            parameter = ref Unsafe.Add(ref parameter, RouteTableLayout.ParameterSize);
        }

        throw new ArgumentException("There is room for fewer values than the route has parameters.", nameof(captures));
    }

    /// <summary>The value of a parameter as the path, or else its default, has it.</summary>
    public static ReadOnlySpan<char> GetText(scoped in RouteTableData data, int pattern, int parameter, ReadOnlySpan<char> path, RouteRange range)
    {
        if (range.Length != RouteRange.Default)
        {
            return path.Slice(range.Start, range.Length);
        }

        var at = data.Numbers[pattern + RouteTableLayout.PatternParameters] + (parameter * RouteTableLayout.ParameterSize);
        return GetDefault(in data, data.Numbers[at + RouteTableLayout.ParameterTexts]);
    }

    /// <summary>The table is the generator's own, and its offsets are checked where it is built, so reads go unchecked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref int At(in RouteTableData data, int offset) => ref Unsafe.Add(ref MemoryMarshal.GetReference(data.Numbers), offset);

    private static ReadOnlySpan<char> GetDefault(scoped in RouteTableData data, int texts) =>
        data.Text.Slice(data.Numbers[texts + RouteTableLayout.DefaultText], data.Numbers[texts + RouteTableLayout.DefaultLength]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static RouteRange Capture(in RouteTableData data, ref int parameter, ReadOnlySpan<char> path, ReadOnlySpan<PathSegment> segments)
    {
        var index = Unsafe.Add(ref parameter, RouteTableLayout.ParameterSegment);
        var kind = Unsafe.Add(ref parameter, RouteTableLayout.ParameterKind);
        if ((uint)index < (uint)segments.Length && kind != RouteTableLayout.ParameterInComplex)
        {
            var segment = segments[index];
            return new RouteRange(segment.Start, kind == RouteTableLayout.ParameterSimple ? segment.Length : path.Length - segment.Start);
        }

        return new RouteRange(0, At(in data, Unsafe.Add(ref parameter, RouteTableLayout.ParameterTexts) + RouteTableLayout.DefaultText) < 0 ? RouteRange.Missing : RouteRange.Default);
    }

    private static bool IsComplexMatch(
        in RouteTableData data, int list, ReadOnlySpan<char> path, ReadOnlySpan<PathSegment> segments, Span<RouteRange> captures)
    {
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
        in RouteTableData data, ref int parameters, int list, ReadOnlySpan<char> path, ReadOnlySpan<RouteRange> captures, RouteRegexes? regexes)
    {
        ref var constraint = ref At(in data, list + 1);
        for (var count = At(in data, list); count > 0; count--)
        {
            var kind = (RouteConstraintKind)Unsafe.Add(ref constraint, RouteTableLayout.ConstraintKind);
            var parameter = Unsafe.Add(ref constraint, RouteTableLayout.ConstraintParameter);
            var range = captures[parameter];
            if (range.Length == RouteRange.Missing)
            {
                if (Unsafe.Add(ref constraint, RouteTableLayout.ConstraintOptional) == 0 && !RouteConstraints.AcceptsNull(kind))
                {
                    return false;
                }
            }
            else
            {
                var text = range.Length == RouteRange.Default
                    ? GetDefault(in data, Unsafe.Add(ref parameters, (parameter * RouteTableLayout.ParameterSize) + RouteTableLayout.ParameterTexts))
                    : path.Slice(range.Start, range.Length);
                if (!IsSatisfied(in data, kind, ref constraint, text, regexes))
                {
                    return false;
                }
            }

            constraint = ref Unsafe.Add(ref constraint, RouteTableLayout.ConstraintSize);
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsSatisfied(in RouteTableData data, RouteConstraintKind kind, ref int constraint, ReadOnlySpan<char> text, RouteRegexes? regexes)
    {
        if (kind == RouteConstraintKind.Int && RouteConstraints.IsShortNumber(text))
        {
            return true;
        }

        var a = Long(ref Unsafe.Add(ref constraint, RouteTableLayout.ConstraintA));
        var b = Long(ref Unsafe.Add(ref constraint, RouteTableLayout.ConstraintB));
        return kind == RouteConstraintKind.Regex
            ? regexes!.IsMatch(data, (int)b, (int)a, (int)(a >> 32), text)
            : RouteConstraints.IsSatisfied(kind, a, b, text);
    }

    private static long Long(ref int halves) => (uint)halves | ((long)Unsafe.Add(ref halves, 1) << 32);
}
