using Covet.Internal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Covet.Routing;

/// <summary>Makes ASP.NET Core's endpoint of a definition, so that all middleware finds the metadata that it looks for.</summary>
internal static class RouteEndpointFactory
{
    // Covet's matcher has the endpoint; ASP.NET Core's would only cost the time to build it in.
    private static readonly SuppressMatchingMetadata SuppressMatching = new();

    public static RouteEndpoint Create(
        EndpointDefinition definition,
        IReadOnlyList<Action<EndpointBuilder>> conventions,
        IReadOnlyList<Action<EndpointBuilder>> finalConventions,
        Func<RequestDelegate, EndpointMetadataCollection, RequestDelegate>? compose)
    {
        var metadata = new List<object> { new RouteDiagnosticsMetadata("/" + definition.Template), SuppressMatching };
        if (definition.Method != "*")
        {
            metadata.Add(new HttpMethodMetadata([definition.Method]));
        }

        if (definition.Name is not null)
        {
            metadata.Add(new EndpointNameMetadata(definition.Name));
            metadata.Add(new RouteNameMetadata(definition.Name));
        }

        if (definition.Lifecycle is not null)
        {
            metadata.Add(definition.Lifecycle);
        }

        if (definition.Description is not null)
        {
            metadata.Add(definition.Description());
        }

        // The user's own come last, as the last of a type wins.
        if (definition.Metadata is not null)
        {
            metadata.AddRange(definition.Metadata());
        }

        var pattern = RoutePatternFactory.Parse("/" + definition.Template);
        if (conventions.Count == 0 && finalConventions.Count == 0)
        {
            var frozen = new EndpointMetadataCollection(metadata);
            return new RouteEndpoint(Guard(compose?.Invoke(definition.Handler, frozen) ?? definition.Handler), pattern, definition.Order, frozen, definition.DisplayName);
        }

        var builder = new RouteEndpointBuilder(definition.Handler, pattern, definition.Order) { DisplayName = definition.DisplayName };
        foreach (var item in metadata)
        {
            builder.Metadata.Add(item);
        }

        foreach (var convention in conventions.Concat(finalConventions))
        {
            convention(builder);
        }

        if (builder.RequestDelegate is { } handler)
        {
            builder.RequestDelegate = Guard(compose?.Invoke(handler, new EndpointMetadataCollection(builder.Metadata)) ?? handler);
        }

        return (RouteEndpoint)builder.Build();
    }

    // Outside of filters, so that they see what the handler throws.
    private static RequestDelegate Guard(RequestDelegate handler) => new ExceptionGuard(handler).InvokeAsync;
}
