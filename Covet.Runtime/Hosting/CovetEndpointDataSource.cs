using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Covet.Internal;

/// <summary>
/// Covet's endpoints as ASP.NET Core sees them: for link generation and for those who list endpoints. Its own matcher is
/// told to leave them alone, as Covet's has matched them before.
/// </summary>
internal sealed class CovetEndpointDataSource(CovetRouteTable table) : EndpointDataSource, IEndpointConventionBuilder
{
    public override IReadOnlyList<Endpoint> Endpoints =>
    [
        .. table.Modules.SelectMany((module, number) => Enumerable.Range(0, module.Count).Select(index => table.GetEndpoint(number, index))),
    ];

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public void Add(Action<EndpointBuilder> convention) => table.Conventions.Add(convention);

    public void Finally(Action<EndpointBuilder> finallyConvention) => table.FinalConventions.Add(finallyConvention);
}
