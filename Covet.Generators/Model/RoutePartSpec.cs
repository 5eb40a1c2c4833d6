namespace Covet.Generators.Model;

/// <summary>A literal or a parameter of a route template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">The literal's text, escapes undone, or the parameter's name.</param>
internal sealed record RoutePartSpec(RoutePartKind Kind, string Text)
{
    /// <summary>Whether it is written <c>{name?}</c>.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether it is written <c>{*name}</c> or <c>{**name}</c>.</summary>
    public bool IsCatchAll { get; init; }

    /// <summary>Whether links encode the slashes of a catch-all: with one star they do.</summary>
    public bool EncodesSlashes { get; init; }

    /// <summary>The default, or null where there is none.</summary>
    public string? Default { get; init; }

    /// <summary>The constraints, in order.</summary>
    public EquatableArray<RouteConstraintSpec> Constraints { get; init; }

    public bool IsParameter => Kind == RoutePartKind.Parameter;
}
