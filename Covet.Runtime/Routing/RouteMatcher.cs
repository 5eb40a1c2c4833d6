using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Covet.Internal;
using Covet.Routing.Layout;

namespace Covet.Routing;

/// <summary>
/// One walk of a path through a table: at each node literals first, then constrained and complex segments, then plain
/// parameters, then catch-alls, which is ASP.NET Core's precedence; back up where a branch ends in nothing. A branch is
/// entered only where its methods and its number of segments can still fit, and constraints are checked at the end,
/// with the whole pattern known.
/// </summary>
internal ref struct RouteMatcher
{
    private readonly RouteTableData data;
    private readonly ReadOnlySpan<char> path;
    private readonly ReadOnlySpan<PathSegment> segments;
    private readonly Span<RouteRange> captures;
    private readonly RouteRegexes? regexes;
    private readonly int method;
    private readonly int wanted;

    /// <summary>Where set, the walk goes everywhere and gathers the methods that the path has.</summary>
    private readonly AllowedMethods? allowed;

    private RouteHit hit;

    public RouteMatcher(
        RouteTableData data,
        ReadOnlySpan<char> path,
        ReadOnlySpan<PathSegment> segments,
        Span<RouteRange> captures,
        RouteRegexes? regexes,
        int method,
        AllowedMethods? allowed = null,
        bool isVersion = false)
    {
        this.data = data;
        this.path = path;
        this.segments = segments;
        this.captures = captures;
        this.regexes = regexes;
        this.method = method;
        this.allowed = allowed;
        wanted = allowed is not null ? -1
            : isVersion ? RouteMethods.CustomBit
            : method < 0 ? RouteMethods.AnyBit
            : method == RouteMethods.Head ? RouteMethods.AnyBit | (1 << RouteMethods.Head) | (1 << RouteMethods.Get)
            : RouteMethods.AnyBit | RouteMethods.Bit(method);
    }

    /// <summary>What was matched, after <see cref="TryMatch"/> said so.</summary>
    public readonly RouteHit Hit => hit;

    public bool TryMatch()
    {
        var trees = Number(RouteTableLayout.HeaderTrees);
        var count = Number(trees);
        for (var i = 1; i <= count; i++)
        {
            var root = Number(trees + i);
            if (CanEnter(root, segments.Length) && Walk(root, 0))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The table is the generator's own, and its offsets are checked where it is built, so reads go unchecked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Number(int offset) => Unsafe.Add(ref MemoryMarshal.GetReference(data.Numbers), offset);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool CanEnter(int node, int remaining)
    {
        var range = Number(node + RouteTableLayout.NodeSegments);
        return (Number(node + RouteTableLayout.NodeMethods) & wanted) != 0
            && remaining >= (range & 0xFFFF)
            && remaining <= range >> 16;
    }

    private bool Walk(int node, int depth)
    {
        while (true)
        {
            if (depth == segments.Length)
            {
                return TryCandidates(Number(node + RouteTableLayout.NodeEnd));
            }

            var segment = segments[depth];
            if (segment.Length == 0)
            {
                return TryCandidates(Number(node + RouteTableLayout.NodeCatchAll));
            }

            depth++;
            var remaining = segments.Length - depth;
            var literal = FindLiteral(node, segment);
            var constrained = Number(node + RouteTableLayout.NodeConstrained);
            var parameter = Number(node + RouteTableLayout.NodeParameter);
            var catchAll = Number(node + RouteTableLayout.NodeCatchAll);
            if (literal != 0 && CanEnter(literal, remaining))
            {
                if ((constrained | parameter | catchAll) == 0)
                {
                    node = literal;
                    continue;
                }

                if (Walk(literal, depth))
                {
                    return true;
                }
            }

            if (constrained != 0 && CanEnter(constrained, remaining))
            {
                if ((parameter | catchAll) == 0)
                {
                    node = constrained;
                    continue;
                }

                if (Walk(constrained, depth))
                {
                    return true;
                }
            }

            if (parameter != 0 && CanEnter(parameter, remaining))
            {
                if (catchAll == 0)
                {
                    node = parameter;
                    continue;
                }

                if (Walk(parameter, depth))
                {
                    return true;
                }
            }

            return TryCandidates(catchAll);
        }
    }

    private readonly int FindLiteral(int node, PathSegment segment)
    {
        var count = Number(node + RouteTableLayout.NodeLiterals);
        int entry;
        int end;
        if (count <= RouteTableLayout.LinearLiterals)
        {
            entry = node + RouteTableLayout.NodeLiteralEntries;
            end = entry + (count * RouteTableLayout.LiteralSize);
        }
        else
        {
            var bucket = (uint)(segment.Hash * Number(node + RouteTableLayout.NodeLiteralMultiplier))
                >> Number(node + RouteTableLayout.NodeLiteralShift);
            var at = node + RouteTableLayout.NodeLiteralBuckets + (int)bucket;
            entry = Number(at);
            end = Number(at + 1);
        }

        for (; entry < end; entry += RouteTableLayout.LiteralSize)
        {
            if (Number(entry + RouteTableLayout.LiteralHash) == segment.Hash && IsLiteral(entry, segment))
            {
                return Number(entry + RouteTableLayout.LiteralChild);
            }
        }

        return 0;
    }

    private readonly bool IsLiteral(int entry, PathSegment segment)
    {
        if (Number(entry + RouteTableLayout.LiteralLength) != segment.Length)
        {
            return false;
        }

        var literal = data.Text.Slice(Number(entry + RouteTableLayout.LiteralText), segment.Length);
        var text = path.Slice(segment.Start, segment.Length);
        return literal.SequenceEqual(text) || literal.Equals(text, StringComparison.OrdinalIgnoreCase);
    }

    private bool TryCandidates(int list)
    {
        var end = list + (list == 0 ? 0 : Number(list));
        while (list < end)
        {
            var pattern = Number(++list);
            if ((Number(pattern + RouteTableLayout.PatternMethods) & wanted) == 0
                || !RoutePatternMatcher.TryCapture(data, pattern, path, segments, captures, regexes))
            {
                continue;
            }

            if (allowed is not null)
            {
                AddMethods(pattern);
            }
            else if (TrySelectEndpoint(pattern))
            {
                return true;
            }
        }

        return false;
    }

    private bool TrySelectEndpoint(int pattern)
    {
        var list = Number(pattern + RouteTableLayout.PatternEndpoints);
        var fallback = -1;
        var end = list + 1 + (Number(list) * RouteTableLayout.EndpointSize);
        for (var at = list + 1; at < end; at += RouteTableLayout.EndpointSize)
        {
            var candidate = Number(at + RouteTableLayout.EndpointMethod);
            if (candidate == method)
            {
                fallback = at;
                break;
            }

            if (candidate == RouteMethods.Any || (candidate == RouteMethods.Get && method == RouteMethods.Head))
            {
                fallback = fallback >= 0 && candidate == RouteMethods.Any ? fallback : at;
            }
        }

        if (fallback < 0)
        {
            return false;
        }

        hit = new RouteHit(
            pattern, Number(fallback + RouteTableLayout.EndpointModule), Number(fallback + RouteTableLayout.EndpointIndex));
        return true;
    }

    private readonly void AddMethods(int pattern)
    {
        var list = Number(pattern + RouteTableLayout.PatternEndpoints);
        for (var i = 0; i < Number(list); i++)
        {
            allowed!.Add(Number(list + 1 + (i * RouteTableLayout.EndpointSize) + RouteTableLayout.EndpointMethod));
        }
    }
}
