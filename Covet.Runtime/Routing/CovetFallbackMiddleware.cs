using Covet.Internal;
using Microsoft.AspNetCore.Diagnostics;

namespace Covet.Routing;

/// <summary>
/// The last of the pipeline: a request that nothing answered. Where Covet has its path for other methods it gets 405 with
/// <c>Allow</c> (RFC 9110, section 15.5.6), and OPTIONS the <c>Allow</c> that it asks for; any other gets 404. Both are
/// problem documents, unless status code pages are on, which then have the word.
/// </summary>
internal sealed class CovetFallbackMiddleware(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        var response = context.Response;
        if (response.HasStarted)
        {
            return next(context);
        }

        if (context.GetEndpoint() is { } endpoint)
        {
            // Without endpoints the application has nothing in its pipeline that runs one.
            return endpoint.Metadata.GetMetadata<RouteDiagnosticsMetadata>() is null
                ? next(context)
                : throw new InvalidOperationException($"The endpoint '{endpoint.DisplayName}' was found and nothing ran it: call app.MapCovet() before app.Run().");
        }

        if (context.Features.Get<AllowedMethodsFeature>() is not { } feature)
        {
            return Refuse(context, StatusCodes.Status404NotFound);
        }

        if (feature is { Versions: { } versions, Offered: { Count: > 0 } offered })
        {
            return RefuseVersion(context, versions, offered);
        }

        response.Headers.Allow = feature.Allow;
        if (!HttpMethods.IsOptions(context.Request.Method))
        {
            return Refuse(context, StatusCodes.Status405MethodNotAllowed);
        }

        response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task RefuseVersion(HttpContext context, ApiVersionReader versions, IReadOnlyList<string> offered)
    {
        var list = string.Join(", ", offered);
        RequestErrors? errors = null;
        if (versions.Read(context.Request) is { } asked)
        {
            RequestErrors.Add(ref errors, versions.Key, RequestErrorCodes.UnsupportedVersion, "The version '" + asked + "' is not offered here; " + list + " is.");
        }
        else
        {
            RequestErrors.Add(ref errors, versions.Key, RequestErrorCodes.Required, "The request must say which version it wants, in " + versions.Place + ": " + list + ".");
        }

        return Problem.WriteAsync(context, errors, StatusCodes.Status400BadRequest);
    }

    private static Task Refuse(HttpContext context, int statusCode)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { Enabled: true })
        {
            context.Response.StatusCode = statusCode;
            return Task.CompletedTask;
        }

        return Problem.WriteAsync(context, statusCode);
    }
}
