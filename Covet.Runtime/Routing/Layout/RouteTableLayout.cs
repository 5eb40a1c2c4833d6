#if NETSTANDARD2_0
namespace Covet.Generators.Routing.Layout;
#else
namespace Covet.Routing.Layout;
#endif

/// <summary>
/// Where things stand in the route table: one array of integers, written by the generator and walked by the matcher,
/// beside one text that it points into. This file is compiled into both, so that they cannot disagree. An "offset" is
/// an index into the array; offset 0 is the header, so 0 also means "none".
/// </summary>
internal static class RouteTableLayout
{
    /// <summary>The version of this layout; a table of another version is refused.</summary>
    public const int Version = 1;

    // The header.
    public const int HeaderVersion = 0;

    /// <summary>The most segments that a pattern has.</summary>
    public const int HeaderSegmentLimit = 1;

    /// <summary>The most parameters that a pattern has.</summary>
    public const int HeaderParameterLimit = 2;

    /// <summary>The offset of a list of trees, one for each route order, lowest first: count, then the offsets of their roots.</summary>
    public const int HeaderTrees = 3;

    /// <summary>The offset of a list of methods beyond those of <see cref="RouteMethods"/>: count, then text offset and length of each.</summary>
    public const int HeaderCustomMethods = 4;

    /// <summary>The offset of the list of patterns: count, then their offsets.</summary>
    public const int HeaderPatterns = 5;

    /// <summary>The number of different regular expressions.</summary>
    public const int HeaderRegexCount = 6;

    public const int HeaderSize = 7;

    // A node: what has been matched up to a slash.

    /// <summary>The methods of all patterns at and below the node.</summary>
    public const int NodeMethods = 0;

    /// <summary>The fewest (low half) and most (high half) segments that a path may have from here on.</summary>
    public const int NodeSegments = 1;

    /// <summary>The candidates where the path ends here.</summary>
    public const int NodeEnd = 2;

    /// <summary>The child for segments with a constrained parameter or with several parts.</summary>
    public const int NodeConstrained = 3;

    /// <summary>The child for segments with an unconstrained parameter.</summary>
    public const int NodeParameter = 4;

    /// <summary>The candidates that take the whole rest of the path.</summary>
    public const int NodeCatchAll = 5;

    /// <summary>The number of literal children.</summary>
    public const int NodeLiterals = 6;

    /// <summary>Up to <see cref="LinearLiterals"/> entries stand here.</summary>
    public const int NodeLiteralEntries = 7;

    /// <summary>More entries are found by hash: bucket <c>(hash * multiplier) >> shift</c>, whose offset is that of its first entry.</summary>
    public const int NodeLiteralMultiplier = 7;
    public const int NodeLiteralShift = 8;
    public const int NodeLiteralBuckets = 9;

    public const int LinearLiterals = 4;

    /// <summary>In <see cref="NodeSegments"/>: any number, as a catch-all stands below.</summary>
    public const int UnlimitedSegments = 0x7FFF;

    // A literal child.
    public const int LiteralHash = 0;
    public const int LiteralText = 1;
    public const int LiteralLength = 2;
    public const int LiteralChild = 3;
    public const int LiteralSize = 4;

    // A pattern. A list of candidates is a count and the offsets of patterns, best first.
    public const int PatternMethods = 0;

    /// <summary>The offset of: count, then method id, module and endpoint of each.</summary>
    public const int PatternEndpoints = 1;

    /// <summary>The pattern's place in the list of patterns.</summary>
    public const int PatternIndex = 2;
    public const int PatternParameterCount = 3;

    /// <summary>The offset of: count, then the constraints.</summary>
    public const int PatternConstraints = 4;

    /// <summary>The offset of: count, then the segments with several parts.</summary>
    public const int PatternComplex = 5;
    public const int PatternParameters = 6;

    public const int EndpointMethod = 0;
    public const int EndpointModule = 1;
    public const int EndpointIndex = 2;
    public const int EndpointSize = 3;

    // A parameter.
    public const int ParameterKind = 0;
    public const int ParameterSegment = 1;

    /// <summary>The offset of the default's text, -1 where there is none.</summary>
    public const int ParameterDefaultText = 2;
    public const int ParameterDefaultLength = 3;
    public const int ParameterNameText = 4;
    public const int ParameterNameLength = 5;
    public const int ParameterSize = 6;

    public const int ParameterSimple = 0;
    public const int ParameterCatchAll = 1;
    public const int ParameterInComplex = 2;

    // A constraint. A is 64 bits in two halves, low half first; so is B.
    public const int ConstraintKind = 0;
    public const int ConstraintParameter = 1;

    /// <summary>1 where the parameter is optional, so that a missing value satisfies the constraint.</summary>
    public const int ConstraintOptional = 2;
    public const int ConstraintA = 3;
    public const int ConstraintB = 5;
    public const int ConstraintSize = 7;

    // A segment of several parts: header, then its parts.
    public const int ComplexSegment = 0;
    public const int ComplexPartCount = 1;

    /// <summary>1 where the last parameter is optional and follows a period.</summary>
    public const int ComplexOptional = 2;
    public const int ComplexParts = 3;

    /// <summary>-1 for a parameter, else the offset of a literal's text.</summary>
    public const int PartText = 0;

    /// <summary>The parameter's index, or the literal's length.</summary>
    public const int PartValue = 1;
    public const int PartSize = 2;
}
