using Covet.Internal;
using Microsoft.AspNetCore.Antiforgery;

namespace Covet;

/// <summary>
/// Answers 400 to a form whose antiforgery token <c>UseAntiforgery()</c> found wanting, before anything of it is bound; 413 where it
/// found none because the form is larger than its endpoint takes, or what else the server had against the body.
/// Without that middleware ASP.NET Core refuses to run the endpoint at all.
/// </summary>
internal sealed class AntiforgeryWrapper : IEndpointWrapper
{
    public int Order => WrapperOrder.Antiforgery;

    public RequestDelegate Wrap(RequestDelegate next, EndpointPipeline pipeline) => context =>
        context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } found ? RefuseAsync(context, found.Error) : next(context);

    private static Task RefuseAsync(HttpContext context, Exception? error)
    {
        RefusalLog.Antiforgery(context);
        switch (error?.InnerException)
        {
            case BadHttpRequestException { StatusCode: not StatusCodes.Status413PayloadTooLarge } body:
                return Problem.WriteAsync(context, body.StatusCode);
            case BadHttpRequestException:
            case { } form when FormLimits.IsExceeded(form):
                return Problem.WriteAsync(context, JsonBodyErrors.TooLarge(null), StatusCodes.Status413PayloadTooLarge);
        }

        return Problem.WriteAsync(context, StatusCodes.Status400BadRequest, "The form was not sent from this site, or is too old.");
    }
}
