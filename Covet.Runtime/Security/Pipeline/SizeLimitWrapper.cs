using Covet.Internal;
using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>Sets the largest body of an endpoint (<c>[RequestSizeLimit]</c>), and answers 413 before reading one that says it is larger.</summary>
internal sealed class SizeLimitWrapper(long? limit) : IEndpointWrapper
{
    // What a server reads away after an answer that came early; Kestrel's own limit by default.
    private const long MostReadAway = 30_000_000;

    public int Order => WrapperOrder.SizeLimit;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
    {
        var feature = context.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (context.Request.ContentLength is { } length && length > limit)
        {
            // The server must be able to read the body away, or the answer is lost with the connection; ASP.NET Core's
            // routing has set the endpoint's limit for the endpoints that it finds itself.
            if (feature is { IsReadOnly: false } && length <= MostReadAway && feature.MaxRequestBodySize < length)
            {
                feature.MaxRequestBodySize = length;
            }

            return Problem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge);
        }

        if (feature is { IsReadOnly: false })
        {
            feature.MaxRequestBodySize = limit;
        }

        return next(context);
    };
}
