using Covet.Internal;
using Covet.Routing;

namespace Covet;

/// <summary>
/// Answers 413 to a body that says it is larger than its endpoint's limit (<c>[RequestSizeLimit]</c>); nobody has read of it. The
/// limit is in force from where the endpoint is selected (<see cref="EndpointBodyLimit"/>).
/// </summary>
internal sealed class SizeLimitWrapper(long? limit) : IEndpointWrapper
{
    public int Order => WrapperOrder.SizeLimit;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
    {
        if (EndpointBodyLimit.IsExceeded(context, limit))
        {
            EndpointBodyLimit.LetGo(context);
            RefusalLog.Size(context, context.Request.ContentLength!.Value, limit!.Value);
            return Problem.WriteAsync(context, JsonBodyErrors.TooLarge(limit), StatusCodes.Status413PayloadTooLarge);
        }

        return next(context);
    };
}
