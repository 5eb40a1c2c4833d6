using Covet.Generators.Model;

namespace Covet.Analyzers.Endpoints;

/// <summary>A route and the attribute that declares it.</summary>
/// <param name="Spec">The route, prefix included.</param>
/// <param name="Pattern">Its template, parsed.</param>
/// <param name="Attribute">The verb attribute; null where it is in metadata.</param>
internal sealed record EndpointRoute(RouteSpec Spec, RoutePatternSpec Pattern, AttributeSyntax? Attribute)
{
    /// <summary>The place of a parameter inside the attribute's literal, or of the attribute where the literal does not show it.</summary>
    public Location? PlaceOf(string parameter) => Attribute is null ? null : TemplateText.Find(Attribute, parameter) ?? Attribute.GetLocation();
}
