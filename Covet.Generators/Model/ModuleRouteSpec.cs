namespace Covet.Generators.Model;

/// <summary>A route of a referenced class library.</summary>
/// <param name="Index">Its place in the module.</param>
/// <param name="Route">The route.</param>
/// <param name="Handler">The handler's name, for messages.</param>
internal sealed record ModuleRouteSpec(int Index, RouteSpec Route, string Handler);
