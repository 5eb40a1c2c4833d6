using Covet.Internal;
using Microsoft.AspNetCore.Http.Features;

namespace Covet;

/// <summary>
/// Answers 413 to a body that says it is larger than its endpoint's limit (<c>[RequestSizeLimit]</c>), before any of it is read. The
/// limit for bodies that do not say so is set where the endpoint is selected: by Covet's routing, or ASP.NET Core's.
/// </summary>
internal sealed class SizeLimitWrapper(long? limit) : IEndpointWrapper
{
    // What a server reads away after an answer that came early; Kestrel's own limit by default.
    private const long MostReadAway = 30_000_000;

    public int Order => WrapperOrder.SizeLimit;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
    {
        if (context.Request.ContentLength is { } length && length > limit)
        {
            var feature = context.Features.Get<IHttpMaxRequestBodySizeFeature>();

            // The server must be able to read the body away, or the answer is lost with the connection; ASP.NET Core's
            // routing has set the endpoint's limit for the endpoints that it finds itself.
            if (feature is { IsReadOnly: false } && length <= MostReadAway && feature.MaxRequestBodySize < length)
            {
                feature.MaxRequestBodySize = length;
            }

            RefusalLog.Size(context, length, limit.Value);
            return Problem.WriteAsync(context, JsonBodyErrors.TooLarge(limit), StatusCodes.Status413PayloadTooLarge);
        }

        return next(context);
    };
}
