using Covet.Generators.Model;
using Covet.Generators.Routing;
using Covet.Generators.Rules;

namespace Covet.Generators.Parsing.Handlers;

/// <summary>Questions about a route template.</summary>
internal static class RouteTemplates
{
    /// <summary>What is wrong with a template, and the rule that says so; null where it is well formed.</summary>
    public static (string RuleId, string Message)? Error(string template) => RoutePatternParser.Parse(template).Error is { } error
        ? (error.Kind switch
        {
            RouteTemplateErrorKind.UnknownConstraint => RuleIds.UnknownConstraint,
            RouteTemplateErrorKind.ConstraintArguments => RuleIds.ConstraintArguments,
            RouteTemplateErrorKind.CatchAllNotLast or RouteTemplateErrorKind.CatchAllInSegment or RouteTemplateErrorKind.OptionalNotLast
                or RouteTemplateErrorKind.OptionalWithoutPeriod or RouteTemplateErrorKind.OptionalCatchAll => RuleIds.MisplacedParameter,
            _ => RuleIds.MalformedTemplate,
        }, error.Message)
        : null;

    /// <summary>The names of a template's parameters, in order.</summary>
    public static IReadOnlyList<string> ParameterNames(string template) =>
        RoutePatternParser.Parse(template).Pattern?.Parameters.Select(parameter => parameter.Text).ToList() ?? [];
}
