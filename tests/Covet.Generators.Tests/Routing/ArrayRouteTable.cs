using Covet.Generators.Routing;
using Covet.Internal;

namespace Covet.Generators.Tests.Routing;

/// <summary>A table over arrays, so that the matcher runs without compiling generated source.</summary>
internal sealed class ArrayRouteTable(RouteTableImage image, params EndpointModule[] modules) : CovetRouteTable(modules)
{
    public override RouteTableData Data => new(image.Numbers, image.Text);

    protected override RouteRegexes? CreateRegexes(int count) => RouteRegexes.Create(count);
}
