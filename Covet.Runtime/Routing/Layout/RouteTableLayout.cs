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
    public const int Version = 2;

    // The header.
    public const int HeaderVersion = 0;

    /// <summary>The most segments that a pattern has.</summary>
    public const int HeaderSegmentLimit = 1;

    /// <summary>The most parameters that a pattern has.</summary>
    public const int HeaderParameterLimit = 2;

    /// <summary>
    /// The root of the tree; where there are several, one for each route order, negative, the offset of their list: count,
    /// then their roots, the lowest order first.
    /// </summary>
    public const int HeaderTrees = 3;

    /// <summary>The offset of a list of methods beyond those of <see cref="RouteMethods"/>: count, then text offset and length of each.</summary>
    public const int HeaderCustomMethods = 4;

    /// <summary>The offset of the list of patterns: count, then their offsets.</summary>
    public const int HeaderPatterns = 5;

    /// <summary>The number of different regular expressions.</summary>
    public const int HeaderRegexCount = 6;

    public const int HeaderSize = 7;

    // A node: what has been matched up to a slash. A child is the offset of its node; where the path can but end there, for
    // one pattern, it is that pattern's offset, negative. Candidates are the offset of a pattern, or negative that of a list:
    // count, then the offsets of patterns, best first.

    /// <summary>The bits below, which say what the node has.</summary>
    public const int NodeShape = 0;

    /// <summary>Literal children.</summary>
    public const int HasLiterals = 1;

    /// <summary>So many of them that they are found by hash.</summary>
    public const int HasHashedLiterals = 2;

    /// <summary>A child for parameters, or candidates that take the rest.</summary>
    public const int HasOthers = 4;

    /// <summary>The child for segments with a constrained parameter or with several parts.</summary>
    public const int NodeConstrained = 1;

    /// <summary>The child for segments with an unconstrained parameter.</summary>
    public const int NodeParameter = 2;

    /// <summary>The candidates that take the whole rest of the path.</summary>
    public const int NodeCatchAll = 3;

    /// <summary>The candidates where the path ends here.</summary>
    public const int NodeEnd = 4;

    /// <summary>The methods of all patterns at and below the node.</summary>
    public const int NodeMethods = 5;

    /// <summary>The fewest (low half) and most (high half) segments that a path may have from here on.</summary>
    public const int NodeSegments = 6;

    /// <summary>Up to <see cref="LinearLiterals"/> literals and an empty one stand here.</summary>
    public const int NodeLiteralEntries = 7;

    /// <summary>
    /// More stand where their hash, by a multiplier of 64 bits (low half first) and a shift, says, or in the next entries
    /// that are free; an empty one ends the search.
    /// </summary>
    public const int NodeLiteralMultiplier = 7;
    public const int NodeLiteralShift = 9;
    public const int NodeLiteralSlots = 10;

    public const int LinearLiterals = 4;

    /// <summary>In <see cref="NodeSegments"/>: any number, as a catch-all stands below.</summary>
    public const int UnlimitedSegments = 0x7FFF;

    // A literal child.

    /// <summary>The first word by <c>RouteHash</c>, low half first.</summary>
    public const int LiteralWord = 0;

    /// <summary>The child; 0 in an empty entry.</summary>
    public const int LiteralChild = 2;

    /// <summary>The length; where one word does not tell the literal from others, negative, the offset of the rest.</summary>
    public const int LiteralLength = 3;
    public const int LiteralSize = 4;

    // The rest of a literal: its length, the offset of its text or -1 where words suffice, and the other words.
    public const int RestLength = 0;
    public const int RestText = 1;
    public const int RestWords = 2;

    // A pattern.
    public const int PatternMethods = 0;
    public const int PatternParameterCount = 1;

    /// <summary>The offset of the parameters.</summary>
    public const int PatternParameters = 2;

    /// <summary>The offset of: count, then the constraints.</summary>
    public const int PatternConstraints = 3;

    /// <summary>The offset of: count, then the segments with several parts.</summary>
    public const int PatternComplex = 4;

    /// <summary>The pattern's place in the list of patterns.</summary>
    public const int PatternIndex = 5;
    public const int PatternEndpointCount = 6;

    /// <summary>Method, module and endpoint of each.</summary>
    public const int PatternEndpoints = 7;

    public const int EndpointMethod = 0;
    public const int EndpointModule = 1;
    public const int EndpointIndex = 2;
    public const int EndpointSize = 3;

    // A parameter.
    public const int ParameterKind = 0;
    public const int ParameterSegment = 1;

    /// <summary>The offset of its texts.</summary>
    public const int ParameterTexts = 2;
    public const int ParameterSize = 3;

    public const int ParameterSimple = 0;
    public const int ParameterCatchAll = 1;
    public const int ParameterInComplex = 2;

    // The texts of a parameter.
    public const int NameText = 0;
    public const int NameLength = 1;

    /// <summary>The offset of the default's text, -1 where there is none.</summary>
    public const int DefaultText = 2;
    public const int DefaultLength = 3;

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
