using Covet.Generators.Model;
using Covet.Generators.Routing;
using Covet.Internal;

namespace Covet.Benchmarks.Routing;

/// <summary>A route table over arrays, which stand for the constant data of generated code.</summary>
internal sealed class TableOverArrays(RouteTableImage image, EndpointModule module) : CovetRouteTable(module)
{
    public override RouteTableData Data => new(image.Numbers, image.Text);

    protected override RouteRegexes? CreateRegexes(int count) => RouteRegexes.Create(count);

    public static TableOverArrays Create(RouteSpec[] routes) =>
        new(RouteTableBuilder.Build(routes.Select((route, i) => new RouteTableEntry(route, 0, i))), new Endpoints(routes));

    private sealed class Endpoints(RouteSpec[] routes) : EndpointModule
    {
        public override int Count => routes.Length;

        public override EndpointDefinition Create(int index) => new(routes[index].Method, routes[index].Template, routes[index].Template, static _ => Task.CompletedTask);
    }
}
