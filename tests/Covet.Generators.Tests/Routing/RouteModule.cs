using Covet.Generators.Model;
using Covet.Internal;

namespace Covet.Generators.Tests.Routing;

/// <summary>Endpoints that do nothing, named by their number.</summary>
internal sealed class RouteModule(IReadOnlyList<RouteSpec> routes, Func<int, object[]>? metadata = null) : EndpointModule
{
    public override int Count => routes.Count;

    public override EndpointDefinition Create(int index) =>
        new(routes[index].Method, routes[index].Template, $"{index}", static _ => Task.CompletedTask)
        {
            Name = routes[index].Name,
            Order = routes[index].Order,
            Metadata = metadata is null ? null : () => metadata(index),
        };
}
