namespace Covet.Internal;

/// <summary>Reads route parameters.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class RouteText
{
    /// <summary>The text of a parameter by its place in the template; by its name where the place is -1 or another router matched.</summary>
    public static TextValue Get(HttpContext context, int index, string name)
    {
        if (index >= 0 && context.Features.Get<Microsoft.AspNetCore.Http.Features.IRouteValuesFeature>() is RouteMatch match)
        {
            return match.TryGetValue(index, out var text) ? new TextValue(text) : default;
        }

        return TextValue.Of(Convert.ToString(context.Request.RouteValues[name], System.Globalization.CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : null);
    }

    /// <summary>The text of a parameter, or that of the query where the route that matched lacks the parameter.</summary>
    public static TextValue GetOrQuery(HttpContext context, int index, string name)
    {
        var text = Get(context, index, name);
        return text.Found ? text : QueryText.Get(context, name);
    }
}
