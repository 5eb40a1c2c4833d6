using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>A parsed template, or what is wrong with it.</summary>
internal readonly struct RouteParseResult(RoutePatternSpec? pattern, RouteTemplateError? error)
{
    /// <summary>The pattern; null where the template is malformed.</summary>
    public RoutePatternSpec? Pattern { get; } = pattern;

    /// <summary>The first fault; null where there is none.</summary>
    public RouteTemplateError? Error { get; } = error;
}
