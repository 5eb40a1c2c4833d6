namespace Covet.Generators.Model;

/// <summary>One route of an endpoint.</summary>
/// <param name="Method">The HTTP method, upper case.</param>
/// <param name="Template">The whole template, prefix included, without a leading slash.</param>
internal sealed record RouteSpec(string Method, string Template)
{
    public string? Name { get; init; }

    public int Order { get; init; }
}
