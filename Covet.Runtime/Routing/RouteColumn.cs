namespace Covet.Routing;

/// <summary>A column of the table of routes.</summary>
internal sealed record RouteColumn(string Title, Func<CovetRoute, string> Cell);
