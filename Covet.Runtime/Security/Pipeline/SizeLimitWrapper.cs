using Covet.Internal;
using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>Sets the largest body of an endpoint (<c>[RequestSizeLimit]</c>), and answers 413 before reading one that says it is larger.</summary>
internal sealed class SizeLimitWrapper(long? limit) : IEndpointWrapper
{
    public int Order => WrapperOrder.SizeLimit;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
    {
        if (context.Request.ContentLength > limit)
        {
            // The server's own limit stays, so that it can read the body away and the answer is not lost with the connection.
            return Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge);
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }

        return next(context);
    };
}
