using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>What the parts of one segment may be together.</summary>
internal static class RouteSegmentRules
{
    /// <summary>Checks the parts, and makes the period before an optional parameter a separator.</summary>
    public static void Check(List<RoutePartSpec> parts, string template, int index, int length)
    {
        if (parts.Count == 1)
        {
            return;
        }

        var place = new RouteTemplatePlace(template, index, length);
        for (var i = 0; i < parts.Count; i++)
        {
            var part = parts[i];
            if (part.IsCatchAll)
            {
                throw place.Fault(RouteTemplateErrorKind.CatchAllInSegment, "a catch-all parameter must be alone in its segment");
            }

            if (part.IsOptional)
            {
                CheckOptional(parts, i, place);
            }

            if (i > 0 && part.IsParameter && parts[i - 1].IsParameter)
            {
                throw place.Fault(
                    RouteTemplateErrorKind.AdjacentParameters,
                    "the parameters '" + parts[i - 1].Text + "' and '" + part.Text + "' have nothing between them that would tell where one ends");
            }
        }
    }

    private static void CheckOptional(List<RoutePartSpec> parts, int i, RouteTemplatePlace place)
    {
        if (i < parts.Count - 1)
        {
            throw place.Fault(RouteTemplateErrorKind.OptionalNotLast, "the optional parameter '" + parts[i].Text + "' must end its segment");
        }

        if (parts[i - 1].IsParameter || parts[i - 1].Text != ".")
        {
            throw place.Fault(
                RouteTemplateErrorKind.OptionalWithoutPeriod,
                "the optional parameter '" + parts[i].Text + "' may follow only a period in its segment");
        }

        parts[i - 1] = parts[i - 1] with { Kind = RoutePartKind.Separator };
    }
}
