using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>Parses what stands between the braces of a route parameter, with doubled braces undone.</summary>
internal static class RouteParameterParser
{
    private static readonly char[] NotInNames = ['/', '{', '}', '?', '*'];

    public static RoutePartSpec Parse(string text, RouteTemplatePlace place)
    {
        var start = text.StartsWith("**", StringComparison.Ordinal) ? 2 : text.StartsWith("*", StringComparison.Ordinal) ? 1 : 0;
        var isOptional = text.EndsWith("?", StringComparison.Ordinal);
        var end = isOptional ? text.Length - 1 : text.Length;
        if (start > 0 && isOptional)
        {
            throw place.Fault(RouteTemplateErrorKind.OptionalCatchAll, "a catch-all parameter is optional by itself and takes no '?'");
        }

        // A name may begin with a delimiter, but not contain one.
        var nameEnd = start >= end ? start : text.IndexOfAny([':', '='], start + 1, end - start - 1);
        nameEnd = nameEnd < 0 ? end : nameEnd;
        var name = start <= nameEnd ? text.Substring(start, nameEnd - start) : "";
        if (name.Length == 0 || name.IndexOfAny(NotInNames) >= 0)
        {
            throw place.Fault(
                RouteTemplateErrorKind.ParameterName,
                "'" + name + "' is not a parameter name: it must have a character, and none of / { } ? *");
        }

        var split = RouteConstraintSplitter.Split(text, nameEnd, end);
        if (isOptional && split.Default is not null)
        {
            throw place.Fault(RouteTemplateErrorKind.OptionalWithDefault, "the parameter '" + name + "' has a default and so takes no '?'");
        }

        return new RoutePartSpec(RoutePartKind.Parameter, name)
        {
            IsOptional = isOptional,
            IsCatchAll = start > 0,
            EncodesSlashes = start < 2,
            Default = split.Default,
            Constraints = split.Constraints.Select(constraint => RouteConstraintParser.Parse(constraint, place)).ToEquatableArray(),
        };
    }
}
