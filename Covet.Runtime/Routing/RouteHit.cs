namespace Covet.Internal;

/// <summary>What a path and a method matched.</summary>
/// <param name="Pattern">The pattern's offset in the table.</param>
/// <param name="Module">The module of the endpoint.</param>
/// <param name="Endpoint">The endpoint's index in its module.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct RouteHit(int Pattern, int Module, int Endpoint);
