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

    private int hit;
    private int endpoint;

    /// <summary>Prepares a walk.</summary>
    /// <param name="data">The table.</param>
    /// <param name="path">The path.</param>
    /// <param name="segments">Its segments.</param>
    /// <param name="captures">Receives the values of parameters.</param>
    /// <param name="regexes">Judges the table's expressions.</param>
    /// <param name="method">The number of the method, -1 for one that the table does not have.</param>
    /// <param name="allowed">Receives the methods of all endpoints at the path.</param>
    /// <param name="isVersion">Whether the method is of a version, which endpoints for every method do not answer.</param>
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

    /// <summary>The path.</summary>
    public readonly ReadOnlySpan<char> Path => path;

    /// <summary>What was matched, after <see cref="TryMatch"/> said so.</summary>
    public readonly RouteHit Hit
    {
        get
        {
            ref var at = ref At(hit + RouteTableLayout.PatternEndpoints + (endpoint * RouteTableLayout.EndpointSize));
            return new(hit, Unsafe.Add(ref at, RouteTableLayout.EndpointModule), Unsafe.Add(ref at, RouteTableLayout.EndpointIndex));
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool TryMatch()
    {
        var trees = At(RouteTableLayout.HeaderTrees);
        if (trees >= 0)
        {
            return Walk(trees, segments.Length);
        }

        ref var tree = ref At(-trees);
        for (var count = tree; count > 0; count--)
        {
            tree = ref Unsafe.Add(ref tree, 1);
            if (TryEnter(tree, segments.Length))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The table is the generator's own, and its offsets are checked where it is built, so reads go unchecked.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly ref int At(int offset) => ref Unsafe.Add(ref MemoryMarshal.GetReference(data.Numbers), offset);

    /// <summary>Whether a segment has, without regard to case, a text of the table of the same length.</summary>
    public readonly bool HasText(int offset, PathSegment segment) =>
        data.Text.Slice(offset, segment.Length).Equals(path.Slice(segment.Start, segment.Length), StringComparison.OrdinalIgnoreCase);

    /// <summary>Goes on at a child, where its methods and numbers of segments allow that anything is found there.</summary>
    private bool TryEnter(int child, int remaining)
    {
        if (child <= 0)
        {
            return child < 0 && remaining == 0 && TryPattern(-child);
        }

        var range = At(child + RouteTableLayout.NodeSegments);
        return (At(child + RouteTableLayout.NodeMethods) & wanted) != 0
            && remaining >= (range & 0xFFFF)
            && remaining <= range >> 16
            && Walk(child, remaining);
    }

    private bool Walk(int start, int remaining)
    {
        ref var node = ref At(start);
        ref var segment = ref Unsafe.Add(ref MemoryMarshal.GetReference(segments), segments.Length - remaining);
        while (remaining > 0)
        {
            if (segment.Length == 0)
            {
                return TryCandidates(Unsafe.Add(ref node, RouteTableLayout.NodeCatchAll));
            }

            remaining--;
            var shape = Unsafe.Add(ref node, RouteTableLayout.NodeShape);
            var last = (shape & RouteTableLayout.HasLiterals) == 0 ? 0 : RouteLiteralFinder.Find(ref node, shape, in this, segment);
            if ((shape & RouteTableLayout.HasOthers) != 0 && TryAllButLast(ref node, remaining, ref last))
            {
                return true;
            }

            // Into the last branch the walk goes on without asking whether it can match, as nothing comes after it.
            if (last <= 0)
            {
                return last < 0 && remaining == 0 && TryPattern(-last);
            }

            node = ref At(last);
            segment = ref Unsafe.Add(ref segment, 1);
        }

        return TryCandidates(Unsafe.Add(ref node, RouteTableLayout.NodeEnd));
    }

    /// <summary>Tries the branches of a node but the last, which <paramref name="last"/> becomes; on entry it is the literal child.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryAllButLast(ref int node, int remaining, ref int last)
    {
        var constrained = Unsafe.Add(ref node, RouteTableLayout.NodeConstrained);
        var parameter = Unsafe.Add(ref node, RouteTableLayout.NodeParameter);
        var catchAll = Unsafe.Add(ref node, RouteTableLayout.NodeCatchAll);
        if (last != 0 && TryEnter(last, remaining))
        {
            return true;
        }

        last = constrained;
        if ((parameter | catchAll) == 0)
        {
            return false;
        }

        if (constrained != 0 && TryEnter(constrained, remaining))
        {
            return true;
        }

        last = parameter;
        if (catchAll == 0)
        {
            return false;
        }

        last = 0;
        return (parameter != 0 && TryEnter(parameter, remaining)) || TryCandidates(catchAll);
    }

    private bool TryCandidates(int candidates)
    {
        if (candidates >= 0)
        {
            return candidates > 0 && TryPattern(candidates);
        }

        ref var candidate = ref At(-candidates);
        for (var count = candidate; count > 0; count--)
        {
            candidate = ref Unsafe.Add(ref candidate, 1);
            if (TryPattern(candidate))
            {
                return true;
            }
        }

        return false;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TryPattern(int offset)
    {
        ref var pattern = ref At(offset);
        if ((Unsafe.Add(ref pattern, RouteTableLayout.PatternMethods) & wanted) == 0
            || !RoutePatternMatcher.TryCapture(data, ref pattern, path, segments, captures, regexes))
        {
            return false;
        }

        if (allowed is not null)
        {
            AddMethods(ref pattern);
            return false;
        }

        hit = offset;
        return TrySelectEndpoint(ref pattern);
    }

    private bool TrySelectEndpoint(ref int pattern)
    {
        ref var at = ref Unsafe.Add(ref pattern, RouteTableLayout.PatternEndpoints);
        endpoint = -1;
        for (var i = 0; i < Unsafe.Add(ref pattern, RouteTableLayout.PatternEndpointCount); i++)
        {
            var candidate = Unsafe.Add(ref at, (i * RouteTableLayout.EndpointSize) + RouteTableLayout.EndpointMethod);
            if (candidate == method)
            {
                endpoint = i;
                return true;
            }

            if ((candidate == RouteMethods.Any && endpoint < 0) || (candidate == RouteMethods.Get && method == RouteMethods.Head))
            {
                endpoint = i;
            }
        }

        return endpoint >= 0;
    }

    private readonly void AddMethods(ref int pattern)
    {
        ref var at = ref Unsafe.Add(ref pattern, RouteTableLayout.PatternEndpoints);
        for (var i = 0; i < Unsafe.Add(ref pattern, RouteTableLayout.PatternEndpointCount); i++)
        {
            allowed!.Add(Unsafe.Add(ref at, (i * RouteTableLayout.EndpointSize) + RouteTableLayout.EndpointMethod));
        }
    }
}
