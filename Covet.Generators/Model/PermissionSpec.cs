namespace Covet.Generators.Model;

/// <summary>A permission and an endpoint that asks for it.</summary>
/// <param name="Name">The permission.</param>
/// <param name="Endpoint">The endpoint for people: <c>OrderHandler.Cancel</c>.</param>
internal sealed record PermissionSpec(string Name, string Endpoint);
