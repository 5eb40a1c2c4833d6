using Covet.Generators.Routing;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Questions about a route template.</summary>
internal static class RouteTemplates
{
    /// <summary>What is wrong with a template, or null.</summary>
    public static string? Error(string template) => RoutePatternParser.Parse(template).Error?.Message;

    /// <summary>The names of a template's parameters, in order.</summary>
    public static IReadOnlyList<string> ParameterNames(string template) =>
        RoutePatternParser.Parse(template).Pattern?.Parameters.Select(parameter => parameter.Text).ToList() ?? [];
}
