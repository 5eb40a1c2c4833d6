using System.Text.RegularExpressions;
using Covet.Internal;

namespace Covet.Routing;

/// <summary>
/// The regular expressions of a table's constraints, each made when a path first meets it. Interpreted, as route
/// values are short and a compiled expression would need code at run time; limited to ten seconds, as in ASP.NET Core.
/// </summary>
internal sealed class RegexCache(int count) : RouteRegexes
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    private readonly Regex?[] regexes = new Regex?[count];

    internal override bool IsMatch(in RouteTableData data, int index, int patternText, int patternLength, ReadOnlySpan<char> value)
    {
        // Two requests may make it at once; either result serves.
        var regex = regexes[index] ??= new Regex(
            data.Text.Slice(patternText, patternLength).ToString(), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, Timeout);
        return regex.IsMatch(value);
    }
}
