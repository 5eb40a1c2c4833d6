using System.Runtime.CompilerServices;
using Covet.Internal;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Covet.Routing;

/// <summary>
/// Selects Covet's endpoint before ASP.NET Core's own routing runs, which then leaves it in place; all middleware after
/// it sees the endpoint and its metadata, and ASP.NET Core's endpoint middleware runs it. What has no endpoint here
/// goes on unchanged.
/// </summary>
internal sealed class CovetRoutingMiddleware(RequestDelegate next, CovetRouteTable table)
{
    private const int StackCaptures = 16;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.GetEndpoint() is null)
        {
            Select(context);
        }

        return next(context);
    }

    private void Select(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value ?? "";
        var method = request.Method;
        if (HttpMethods.IsOptions(method) && TrySelectPreflight(context, path))
        {
            return;
        }

        if (!TrySelect(context, path, method, forPreflight: false))
        {
            RememberAllowedMethods(context, path);
        }
    }

    [SkipLocalsInit]
    private bool TrySelect(HttpContext context, string path, string method, bool forPreflight)
    {
        var limit = table.ParameterLimit;
        Span<RouteRange> captures = limit <= StackCaptures ? stackalloc RouteRange[StackCaptures] : new RouteRange[limit];
        RouteHit hit;
        var found = table.Versions is { } versions
            ? versions.TryMatch(table, context.Request, method, forPreflight, captures, out hit)
            : table.TryMatch(path, method, captures, out hit);
        if (!found)
        {
            return false;
        }

        var endpoint = table.GetEndpoint(hit);
        if (forPreflight && endpoint.Metadata.GetMetadata<ICorsMetadata>() is null)
        {
            return false;
        }

        var count = table.GetParameterCount(hit);
        if (count > 0)
        {
            context.Features.Set<IRouteValuesFeature>(new RouteMatch(table, hit.Pattern, path, captures[..count]));
        }

        context.SetEndpoint(endpoint);

        // ASP.NET Core's routing does this for the endpoints that it finds itself: [RequestSizeLimit], [DisableRequestSizeLimit].
        if ((!HttpMethods.IsGet(method) || context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: true })
            && endpoint.Metadata.GetMetadata<IRequestSizeLimitMetadata>() is { } largest)
        {
            EndpointBodyLimit.Apply(context, largest.MaxRequestBodySize);
        }

        return true;
    }

    /// <summary>
    /// A CORS preflight asks on behalf of another method (Fetch standard, CORS protocol), so where the endpoint of that
    /// method has CORS metadata it is selected, for the CORS middleware to read; that middleware answers in its place.
    /// </summary>
    private bool TrySelectPreflight(HttpContext context, string path)
    {
        var headers = context.Request.Headers;
        return headers.Origin.Count > 0
            && headers.AccessControlRequestMethod is [{ Length: > 0 } requested]
            && TrySelect(context, path, requested, forPreflight: true);
    }

    /// <summary>
    /// Another method's endpoint is no reason to answer yet: ASP.NET Core's routing, static files and all other
    /// middleware come first. Where ASP.NET Core in turn has the path only for yet other methods and says 405, its
    /// <c>Allow</c> is completed.
    /// </summary>
    private void RememberAllowedMethods(HttpContext context, string path)
    {
        if (table.FindAllowedMethods(path) is not { } allowed)
        {
            return;
        }

        var allow = allowed.ToHeader(table);
        context.Features.Set(new AllowedMethodsFeature(allow)
        {
            Versions = table.Versions,
            Offered = table.Versions is null ? [] : allowed.Versions(table, context.Request.Method),
        });
        context.Response.OnStarting(CompleteAllow, context);
    }

    private static Task CompleteAllow(object state)
    {
        var context = (HttpContext)state;
        if (context.Response.StatusCode == StatusCodes.Status405MethodNotAllowed
            && context.Features.Get<AllowedMethodsFeature>() is { } feature)
        {
            context.Response.Headers.Allow = AllowHeader.Merge(context.Response.Headers.Allow.ToString(), feature.Allow);
        }

        return Task.CompletedTask;
    }
}
