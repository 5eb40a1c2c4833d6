using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet.Routing;

/// <summary>
/// The largest body that an endpoint takes (<c>[RequestSizeLimit]</c>). It holds from the moment the endpoint is selected, for whoever
/// reads the body first: middleware before the endpoint does so too, <c>UseAntiforgery</c> in search of its token.
/// </summary>
internal static class EndpointBodyLimit
{
    // What a server reads away after an answer that came early; Kestrel's own limit by default.
    private const long MostReadAway = 30_000_000;

    /// <summary>Whether the body says that it is larger.</summary>
    public static bool IsExceeded(HttpContext context, long? limit) => context.Request.ContentLength > limit;

    /// <summary>
    /// Has the server cut a body off at the limit, and keeps a body from everybody that says it is larger. The server's own limit
    /// stays for that one, so that it can read the body away and the answer is not lost with the connection.
    /// </summary>
    public static void Apply(HttpContext context, long? limit)
    {
        if (IsExceeded(context, limit))
        {
            context.Request.Body = new RefusedBody(context, context.Request.Body);
        }
        else if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = limit;
        }
    }

    /// <summary>
    /// Lets the server read away a body that was refused, as far as its own limit goes: ASP.NET Core's routing sets the endpoint's limit
    /// for it too, where it found the endpoint.
    /// </summary>
    public static void LetGo(HttpContext context)
    {
        if (context.Request.Body is not RefusedBody
            && context.Request.ContentLength is { } length
            && length <= MostOf(context.RequestServices)
            && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature
            && feature.MaxRequestBodySize < length)
        {
            feature.MaxRequestBodySize = length;
        }
    }

    private static long MostOf(IServiceProvider services) =>
        Math.Min(MostReadAway, services.GetService<IOptions<KestrelServerOptions>>()?.Value.Limits.MaxRequestBodySize ?? MostReadAway);
}
