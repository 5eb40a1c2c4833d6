using Microsoft.AspNetCore.Http.Metadata;

namespace Covet.Routing;

/// <summary>The route as metrics and traces show it.</summary>
internal sealed class RouteDiagnosticsMetadata(string route) : IRouteDiagnosticsMetadata
{
    public string Route { get; } = route;

    public override string ToString() => "Route: " + Route;
}
