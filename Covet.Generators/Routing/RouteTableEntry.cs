using Covet.Generators.Model;

namespace Covet.Generators.Routing;

/// <summary>A route and the endpoint that it leads to.</summary>
/// <param name="Route">The route.</param>
/// <param name="Module">The number of the endpoint's module.</param>
/// <param name="Endpoint">The endpoint's index in its module.</param>
internal sealed record RouteTableEntry(RouteSpec Route, int Module, int Endpoint);
