using Covet.Routing;

namespace Covet.Internal;

/// <summary>
/// Judges the <c>regex</c> constraints of a route table. Only a table that has one makes it, so that an application
/// without any carries no engine for them in its native binary.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RouteRegexes
{
    private protected RouteRegexes()
    {
    }

    /// <summary>Makes it for a number of expressions.</summary>
    public static RouteRegexes Create(int count) => new RegexCache(count);

    internal abstract bool IsMatch(in RouteTableData data, int index, int patternText, int patternLength, ReadOnlySpan<char> value);
}
