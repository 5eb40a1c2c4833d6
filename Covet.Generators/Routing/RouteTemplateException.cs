using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>Leaves the parser at a fault; never leaves <see cref="RoutePatternParser"/>.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "Always has its error.")]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "Never leaves the parser.")]
internal sealed class RouteTemplateException(RouteTemplateError error) : Exception(error.Message)
{
    public RouteTemplateError Error { get; } = error;
}
