namespace Covet.Generators.Model;

/// <summary>Where a route is declared; apart from <see cref="RouteSpec"/>, which is source and must not move.</summary>
/// <param name="Key">The endpoint's Id, <c>#</c> and the route's index.</param>
/// <param name="Location">The verb attribute.</param>
internal sealed record RouteLocationSpec(string Key, LocationSpec? Location);
