using Covet.Internal;
using Microsoft.Extensions.Primitives;

namespace Covet;

/// <summary>Puts <c>Deprecation</c>, <c>Sunset</c> and <c>Link</c> on the responses of an endpoint, whatever they are.</summary>
internal sealed class LifecycleWrapper(EndpointLifecycle lifecycle) : IEndpointWrapper
{
    public int Order => WrapperOrder.Lifecycle;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
    {
        // At the start of the response, as an error on the way clears the headers.
        context.Response.OnStarting(static state => ((LifecycleHeaders)state).Set(), new LifecycleHeaders(context.Response, lifecycle));
        return next(context);
    };

    private sealed class LifecycleHeaders(HttpResponse response, EndpointLifecycle lifecycle)
    {
        public Task Set()
        {
            if (lifecycle.Deprecation is { } deprecation)
            {
                response.Headers["Deprecation"] = deprecation;
            }

            if (lifecycle.Sunset is { } sunset)
            {
                response.Headers["Sunset"] = sunset;
            }

            if (lifecycle.Link is { } link)
            {
                response.Headers.Link = StringValues.Concat(response.Headers.Link, link);
            }

            return Task.CompletedTask;
        }
    }
}
