namespace Covet.Generators.Model;

/// <summary>A parsed route template.</summary>
/// <param name="Template">The template as it is written, without a leading slash.</param>
/// <param name="Segments">What stands between its slashes.</param>
internal sealed record RoutePatternSpec(string Template, EquatableArray<RouteSegmentSpec> Segments)
{
    /// <summary>The parameters in the order of the template; their places number them at run time.</summary>
    public IEnumerable<RoutePartSpec> Parameters => Segments.SelectMany(static segment => segment.Parts).Where(static part => part.IsParameter);

    /// <summary>The place of a parameter, compared without regard to case; -1 where there is none of the name.</summary>
    public int IndexOfParameter(string name)
    {
        var index = 0;
        foreach (var parameter in Parameters)
        {
            if (string.Equals(parameter.Text, name, StringComparison.OrdinalIgnoreCase))
            {
                return index;
            }

            index++;
        }

        return -1;
    }
}
