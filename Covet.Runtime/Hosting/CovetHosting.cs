using System.Text.Json;
using Covet.Http1;
using Covet.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Internal;

/// <summary>What the generated <c>AddCovet()</c> and <c>MapCovet()</c> call.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CovetHosting
{
    /// <summary>Registers what serving needs: the route table and the place of its matcher in the pipeline.</summary>
    public static void AddServices(IServiceCollection services, CovetRouteTable table)
    {
        ArgumentNullException.ThrowIfNull(services);
        table.Compose ??= new EndpointPipeline().Compose;
        if (services.All(static service => service.ServiceType != typeof(CovetRouteTable)))
        {
            TransportRegistration.Add(services);
            Http1Setup.Add(services);
            ClosedServices.Add(services);
        }

        services.TryAddSingleton(table);
        services.TryAddSingleton(static provider => new CovetRoutes(provider.GetRequiredService<CovetRouteTable>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IDeveloperPageExceptionFilter, DeveloperPageFilter>(static _ => new DeveloperPageFilter()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, CovetStartupFilter>(static provider => new CovetStartupFilter(
            provider.GetRequiredService<CovetRouteTable>(),
            provider.GetRequiredService<IHostEnvironment>(),
            provider.GetRequiredService<ILoggerFactory>())));
    }

    /// <summary>
    /// Lets results that write themselves (<c>Ok&lt;T&gt;</c> behind an <c>IResult</c>) find the generated codecs: ASP.NET Core asks
    /// System.Text.Json for the type, which a native binary does not know otherwise. The user's own metadata comes first.
    /// </summary>
    public static void AddResultJson(IServiceCollection services) =>
        services.ConfigureHttpJsonOptions(static options =>
        {
            if (!JsonSerializer.IsReflectionEnabledByDefault)
            {
                options.SerializerOptions.TypeInfoResolverChain.Add(JsonCodecResolver.Instance);
            }
        });

    /// <summary>Puts the endpoints where ASP.NET Core finds them, serves the documents, and runs a command where the program was started with one.</summary>
    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, params OpenApiDocument[] documents)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var services = endpoints.ServiceProvider;
        var table = services.GetService<CovetRouteTable>()
            ?? throw new InvalidOperationException("MapCovet() needs the services that AddCovet() registers: call builder.Services.AddCovet() before builder.Build().");
        CovetCommands.Run(services, documents);
        if (endpoints.DataSources.OfType<CovetEndpointDataSource>().FirstOrDefault() is { } present)
        {
            return present;
        }

        var source = new CovetEndpointDataSource(table);
        endpoints.DataSources.Add(source);
        OpenApiDocuments.Map(endpoints, documents);
        return source;
    }
}
