using System.Diagnostics.CodeAnalysis;
using Covet.Routing;
using Covet.Routing.Layout;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Covet.Internal;

/// <summary>
/// The route values of one request: ranges of its path, by the place of the parameter in the template. The dictionary
/// that other middleware reads is made when someone asks for it, and from then on it is what counts, as it may be changed.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RouteMatch : IRouteValuesFeature
{
    private readonly CovetRouteTable? table;
    private readonly int pattern;
    private readonly string path;
    private readonly RouteRange[]? overflow;
    private RouteRangeBuffer ranges;
    private string[]? names;
    private RouteValueDictionary? values;

    internal RouteMatch(CovetRouteTable table, int pattern, string path, ReadOnlySpan<RouteRange> captures)
    {
        this.table = table;
        this.pattern = pattern;
        this.path = path;
        if (captures.Length <= RouteRangeBuffer.Size)
        {
            captures.CopyTo(ranges);
        }
        else
        {
            overflow = captures.ToArray();
        }
    }

    /// <summary>Values that another router found, or that replaced Covet's.</summary>
    private RouteMatch(RouteValueDictionary values, string[] names)
    {
        path = "";
        this.values = values;
        this.names = names;
    }

    /// <summary>The values by name; changes to it are seen by <see cref="TryGetValue"/> and <see cref="GetString"/>.</summary>
    [AllowNull]
    public RouteValueDictionary RouteValues
    {
        get => values ??= Materialise();
        set => values = value ?? [];
    }

    private string[] Names => names ??= table!.GetParameterNames(pattern);

    /// <summary>The route values of a request that an endpoint of Covet answers.</summary>
    public static RouteMatch Of(HttpContext context)
    {
        var feature = context.Features.Get<IRouteValuesFeature>();
        if (feature is RouteMatch match)
        {
            return match;
        }

        var parameters = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.Parameters;
        var names = parameters is null ? [] : new string[parameters.Count];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = parameters![i].Name;
        }

        return new RouteMatch(feature?.RouteValues ?? [], names);
    }

    /// <summary>The text of a parameter.</summary>
    /// <param name="parameterIndex">The place of the parameter in the template, from 0.</param>
    /// <param name="text">Its value in the path, or its default; lives as long as the request.</param>
    /// <returns>False where an optional parameter or a catch-all has no value.</returns>
    public bool TryGetValue(int parameterIndex, out ReadOnlySpan<char> text)
    {
        if (values is not null)
        {
            var found = GetFromValues(parameterIndex);
            text = found;
            return found is not null;
        }

        var range = RangeOf(parameterIndex);
        if (range.Length == RouteRange.Missing)
        {
            text = default;
            return false;
        }

        text = RoutePatternMatcher.GetText(table!.Data, pattern, parameterIndex, path, range);
        return true;
    }

    /// <summary>The text of a parameter as a string; null where an optional parameter or a catch-all has no value.</summary>
    /// <param name="parameterIndex">The place of the parameter in the template, from 0.</param>
    public string? GetString(int parameterIndex) =>
        values is not null ? GetFromValues(parameterIndex)
        : TryGetValue(parameterIndex, out var text) ? text.ToString()
        : null;

    private RouteRange RangeOf(int parameterIndex) => overflow is null ? ranges[parameterIndex] : overflow[parameterIndex];

    private string? GetFromValues(int parameterIndex) =>
        parameterIndex < Names.Length && values!.TryGetValue(Names[parameterIndex], out var value)
            ? value as string ?? Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private RouteValueDictionary Materialise()
    {
        var result = new RouteValueDictionary();
        for (var i = 0; i < Names.Length; i++)
        {
            // As in ASP.NET Core: an empty catch-all is there and null, an absent optional parameter is not there.
            var text = GetString(i);
            if (text is not null || IsCatchAll(i))
            {
                result[Names[i]] = text;
            }
        }

        return result;
    }

    private bool IsCatchAll(int parameterIndex)
    {
        var numbers = table!.Data.Numbers;
        var parameter = numbers[pattern + RouteTableLayout.PatternParameters] + (parameterIndex * RouteTableLayout.ParameterSize);
        return numbers[parameter + RouteTableLayout.ParameterKind] == RouteTableLayout.ParameterCatchAll;
    }
}
