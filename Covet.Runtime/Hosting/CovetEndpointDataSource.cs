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
    public override IReadOnlyList<Endpoint> Endpoints
    {
        get
        {
            var endpoints = new List<Endpoint>();
            for (var module = 0; module < table.Modules.Count; module++)
            {
                for (var index = 0; index < table.Modules[module].Count; index++)
                {
                    endpoints.Add(table.GetEndpoint(module, index));
                }
            }

            return endpoints;
        }
    }

    public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;

    public void Add(Action<EndpointBuilder> convention) => table.Conventions.Add(convention);

    public void Finally(Action<EndpointBuilder> finallyConvention) => table.FinalConventions.Add(finallyConvention);
}
