using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Covet.Internal;

/// <summary>Writes what endpoints return, where it is not plainly a JSON value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ResultWriter
{
    private const string TextContentType = "text/plain; charset=utf-8";
    private const string BinaryContentType = "application/octet-stream";

    /// <summary>A status without a body.</summary>
    public static Task StatusAsync(HttpContext context, int statusCode)
    {
        context.Response.StatusCode = statusCode;
        return Task.CompletedTask;
    }

    /// <summary>A status with a <c>Location</c> (RFC 9110, section 10.2.2) and without a body.</summary>
    public static Task LocatedAsync(HttpContext context, string? location, int statusCode)
    {
        SetLocation(context, location);
        return StatusAsync(context, statusCode);
    }

    /// <summary>A value as JSON; null is no body.</summary>
    public static Task ValueAsync<T, TCodec>(HttpContext context, T? value, int statusCode)
        where TCodec : struct, IJsonCodec<T> =>
        value is null ? StatusAsync(context, statusCode) : JsonResponse.WriteAsync<T, TCodec>(context, value, statusCode);

    /// <summary>A value as JSON with a content type of the user's.</summary>
    public static Task ValueAsync<T, TCodec>(HttpContext context, T? value, int statusCode, string? contentType)
        where TCodec : struct, IJsonCodec<T> =>
        value is null ? StatusAsync(context, statusCode) : JsonResponse.WriteAsync<T, TCodec>(context, value, statusCode, contentType ?? JsonResponse.ContentType);

    /// <summary>A value as JSON with a <c>Location</c>.</summary>
    public static Task LocatedAsync<T, TCodec>(HttpContext context, string? location, T? value, int statusCode)
        where TCodec : struct, IJsonCodec<T>
    {
        SetLocation(context, location);
        return ValueAsync<T, TCodec>(context, value, statusCode);
    }

    /// <summary>The URL of a named route or of route values, for a <c>Location</c>.</summary>
    /// <exception cref="InvalidOperationException">No route has that name and those values.</exception>
    public static string RouteUrl(HttpContext context, string? routeName, RouteValueDictionary values) =>
        context.RequestServices.GetRequiredService<LinkGenerator>().GetUriByRouteValues(context, routeName, values)
            ?? throw new InvalidOperationException($"No route is named '{routeName}' and fits the given route values.");

    /// <summary>A problem document (RFC 9457).</summary>
    public static Task ProblemAsync(HttpContext context, ProblemDetails? value, int statusCode)
    {
        if (value is null)
        {
            return StatusAsync(context, statusCode);
        }

        value.Status ??= statusCode;
        context.Response.StatusCode = statusCode;
        return Problem.WriteAsync(context, value);
    }

    /// <summary>A result whose type only the run time knows: problems as Covet writes them, anything else by its own <c>ExecuteAsync</c>.</summary>
    public static Task ResultAsync(HttpContext context, IResult result) => result switch
    {
        INestedHttpResult nested => ResultAsync(context, nested.Result),
        ProblemHttpResult problem => ProblemAsync(context, problem.ProblemDetails, problem.StatusCode),
        ValidationProblem problem => ProblemAsync(context, problem.ProblemDetails, problem.StatusCode),
        ForbidHttpResult or ChallengeHttpResult => RefuseAsync(context, result),
        _ => result.ExecuteAsync(context),
    };

    // The scheme sets the status and what it asks for; the document is that of a refusal by attribute.
    private static async Task RefuseAsync(HttpContext context, IResult result)
    {
        await result.ExecuteAsync(context).ConfigureAwait(false);
        if (!context.Response.HasStarted && context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
        {
            await Problem.WriteAsync(context, context.Response.StatusCode).ConfigureAwait(false);
        }
    }

    /// <summary>Text.</summary>
    public static Task TextAsync(HttpContext context, string value)
    {
        var response = context.Response;
        response.ContentType = TextContentType;
        var length = Encoding.UTF8.GetByteCount(value);
        response.ContentLength = length;
        var writer = response.BodyWriter;
        if (length > 0)
        {
            writer.Advance(Encoding.UTF8.GetBytes(value, writer.GetSpan(length)));
        }

        return FlushAsync(context);
    }

    /// <summary>Bytes.</summary>
    public static Task BytesAsync(HttpContext context, byte[] value)
    {
        context.Response.ContentType = BinaryContentType;
        context.Response.ContentLength = value.Length;
        return context.Response.Body.WriteAsync(value, 0, value.Length, context.RequestAborted);
    }

    /// <summary>A stream, from where it stands to its end; it is disposed.</summary>
    public static async Task StreamAsync(HttpContext context, Stream value)
    {
        await using (value.ConfigureAwait(false))
        {
            context.Response.ContentType = BinaryContentType;
            if (value.CanSeek)
            {
                context.Response.ContentLength = value.Length - value.Position;
            }

            if (!HttpMethods.IsHead(context.Request.Method))
            {
                await value.CopyToAsync(context.Response.Body, context.RequestAborted).ConfigureAwait(false);
            }
        }
    }

    /// <summary>The answer to a null where the signature allows one: 404.</summary>
    public static Task NotFoundAsync(HttpContext context) => Problem.WriteAsync(context, StatusCodes.Status404NotFound);

    private static void SetLocation(HttpContext context, string? location)
    {
        if (!string.IsNullOrEmpty(location))
        {
            context.Response.Headers.Location = location;
        }
    }

    private static Task FlushAsync(HttpContext context)
    {
        var flush = context.Response.BodyWriter.FlushAsync(context.RequestAborted);
        if (flush.IsCompletedSuccessfully)
        {
            flush.GetAwaiter().GetResult();
            return Task.CompletedTask;
        }

        return flush.AsTask();
    }
}
