namespace Covet.Generators.Model;

/// <summary>The parts of a route template's segment.</summary>
internal enum RoutePartKind
{
    Literal,

    /// <summary>The period before an optional parameter, which goes with it: <c>{name}.{ext?}</c>.</summary>
    Separator,
    Parameter,
}
