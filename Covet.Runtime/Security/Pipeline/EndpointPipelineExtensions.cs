using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Brings Covet's endpoint attributes to endpoints that ASP.NET Core maps.</summary>
public static class EndpointPipelineExtensions
{
    /// <summary>
    /// Makes <c>[RateLimit]</c>, <c>[ConcurrencyLimit]</c>, <c>[Idempotent]</c>, <c>[ETag]</c>, <c>[RequestLog]</c> and
    /// <c>[ServerTiming]</c> work on endpoints of <c>MapGet</c> and its kin. Covet's own endpoints need no call.
    /// </summary>
    /// <param name="builder">An endpoint or a group.</param>
    /// <example><code>app.MapPost("/pay", Pay).WithMetadata(new IdempotentAttribute()).WithCovetPipeline();</code></example>
    public static TBuilder WithCovetPipeline<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentNullException.ThrowIfNull(builder);
        var pipeline = new EndpointPipeline();
        builder.Finally(endpoint =>
        {
            if (endpoint.RequestDelegate is { } handler)
            {
                endpoint.RequestDelegate = pipeline.Compose(handler, new EndpointMetadataCollection(endpoint.Metadata));
            }
        });
        return builder;
    }
}
