using System.Collections.Concurrent;
using Covet.Internal;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Covet;

/// <summary>
/// Composes an endpoint with what its metadata puts around it: limits, idempotency, conditional requests, logging. One an
/// application, because limits of one name are shared by its endpoints. It runs after authentication and authorization,
/// inside ASP.NET Core's middleware.
/// </summary>
internal sealed class EndpointPipeline
{
    private static readonly Comparer<IEndpointWrapper> ByOrder = Comparer<IEndpointWrapper>.Create(static (x, y) => x.Order.CompareTo(y.Order));

    private readonly ConcurrentDictionary<string, RateLimiter> limiters = new(StringComparer.Ordinal);

    /// <summary>The idempotency store where the application registers none.</summary>
    public Lazy<MemoryIdempotencyStore> DefaultIdempotencyStore { get; } = new(static () => new MemoryIdempotencyStore());

    /// <summary>Wraps a handler; the handler itself where nothing is asked for.</summary>
    public RequestDelegate Compose(RequestDelegate handler, EndpointMetadataCollection metadata)
    {
        List<IEndpointWrapper>? wrappers = null;
        foreach (var item in metadata)
        {
            if (item is IEndpointWrapper wrapper)
            {
                (wrappers ??= []).Add(wrapper);
            }
        }

        // ASP.NET Core's own metadata, whose readers are in middleware that need not be there.
        if (metadata.GetMetadata<IAcceptsMetadata>() is { ContentTypes.Count: > 0 } accepts)
        {
            (wrappers ??= []).Add(new ContentTypeWrapper(accepts.ContentTypes));
        }

        if (metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } size)
        {
            (wrappers ??= []).Add(new SizeLimitWrapper(size.MaxRequestBodySize));
        }

        if (metadata.GetMetadata<DisableRequestTimeoutAttribute>() is null
            && (metadata.GetMetadata<RequestTimeoutAttribute>() is not null || metadata.GetMetadata<RequestTimeoutPolicy>() is not null))
        {
            (wrappers ??= []).Add(new TimeoutWrapper(metadata.GetMetadata<RequestTimeoutAttribute>(), metadata.GetMetadata<RequestTimeoutPolicy>()));
        }

        if (metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true })
        {
            (wrappers ??= []).Add(new AntiforgeryWrapper());
        }

        if (metadata.GetMetadata<EndpointLifecycle>() is { } lifecycle)
        {
            (wrappers ??= []).Add(new LifecycleWrapper(lifecycle));
        }

        if (wrappers is null)
        {
            return handler;
        }

        // The sort is stable: what the assembly says stands outside of what the class and the method say.
        foreach (var wrapper in wrappers.Order(ByOrder).Reverse())
        {
            handler = wrapper.Wrap(handler, this);
        }

        return handler;
    }

    /// <summary>The limiter of a name, made by the first endpoint that has it; a new one where it has no name.</summary>
    public RateLimiter Limiter(string? name, Func<RateLimiter> make) => name is null ? make() : limiters.GetOrAdd(name, _ => make());
}
