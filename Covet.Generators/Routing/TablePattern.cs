using Covet.Generators.Model;
using Covet.Generators.Routing.Layout;

namespace Covet.Generators.Routing;

/// <summary>A pattern with its endpoints, one a method, while the table is built.</summary>
internal sealed class TablePattern(RoutePatternSpec pattern, int index)
{
    public RoutePatternSpec Pattern { get; } = pattern;

    public int Index { get; } = index;

    public string Precedence { get; } = RoutePrecedence.Compute(pattern);

    public List<(int Method, RouteTableEntry Entry)> Endpoints { get; } = [];

    public int Methods => Endpoints.Aggregate(0, static (bits, endpoint) => bits | RouteMethods.Bit(endpoint.Method));

    /// <summary>Where the pattern stands in the data; known once it is written.</summary>
    public int Offset { get; set; }

    /// <summary>
    /// Candidates in the order in which they are tried: by precedence; then those for named methods before those for
    /// every method, as in ASP.NET Core; then those that name HEAD, so that a GET beside them does not take it.
    /// </summary>
    public static IEnumerable<TablePattern> Sort(IEnumerable<TablePattern> candidates) => candidates
        .OrderBy(static candidate => candidate.Precedence, StringComparer.Ordinal)
        .ThenBy(static candidate => (candidate.Methods & RouteMethods.AnyBit) != 0)
        .ThenBy(static candidate => (candidate.Methods & RouteMethods.Bit(RouteMethods.Head)) == 0)
        .ThenBy(static candidate => candidate.Index);
}
