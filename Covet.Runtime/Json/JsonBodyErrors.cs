using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Http.Timeouts;

namespace Covet.Internal;

/// <summary>Turns what goes wrong while a JSON body is read into errors of the request.</summary>
internal static class JsonBodyErrors
{
    public static RequestErrors Fail(int statusCode, string code, string message)
    {
        RequestErrors? errors = null;
        RequestErrors.Add(ref errors, "", code, message);
        errors.StatusCode = statusCode;
        return errors;
    }

    public static RequestErrors Missing() => Fail(0, RequestErrorCodes.Required, "A JSON body is required.");

    public static RequestErrors TooLarge(long? limit) => Fail(
        StatusCodes.Status413PayloadTooLarge,
        RequestErrorCodes.TooLarge,
        limit is null ? "The body is too long." : string.Create(CultureInfo.InvariantCulture, $"The body is longer than {limit} bytes."));

    public static BodyRead<T> Empty<T>(bool allowed) => allowed ? default : new BodyRead<T>(default, Missing());

    /// <summary>The errors of the reader; keys are JSON paths without the root, as those of validation are.</summary>
    public static RequestErrors From(CovetJsonException exception, JsonPlace place)
    {
        RequestErrors? errors = null;
        foreach (var error in exception.Errors)
        {
            var moved = place.Move(error);
            var where = string.Create(CultureInfo.InvariantCulture, $"{moved.Message} Line {moved.LineNumber + 1}, byte {moved.BytePositionInLine + 1}.");
            RequestErrors.Add(ref errors, Key(moved.Path), moved.Code, where);
        }

        errors ??= Fail(0, RequestErrorCodes.MalformedJson, exception.Message);
        if (exception.IsMalformed)
        {
            errors.StatusCode = StatusCodes.Status400BadRequest;
        }

        return errors;
    }

    /// <summary>
    /// What an exception of the server says of the request: too long, too slow, cut off. False for what is none of the
    /// client's doing, and for a timeout of the application, which its middleware answers.
    /// </summary>
    public static bool TryExplain(HttpContext context, Exception exception, [NotNullWhen(true)] out RequestErrors? errors)
    {
        errors = exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } => TooLarge(null),
            BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } bad => Fail(bad.StatusCode, RequestErrorCodes.RequestTimeout, "The body took too long to arrive."),
            BadHttpRequestException bad => Fail(bad.StatusCode, RequestErrorCodes.BadRequest, "The body could not be read: it ended early or was malformed."),
            OperationCanceledException when TimedOut(context) => null,
            OperationCanceledException or IOException => Fail(StatusCodes.Status499ClientClosedRequest, RequestErrorCodes.BadRequest, "The client closed the connection before the body ended."),
            _ => null,
        };
        return errors is not null;
    }

    private static bool TimedOut(HttpContext context) =>
        context.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken.IsCancellationRequested == true;

    private static string Key(string path) => path switch
    {
        "$" => "",
        ['$', '.', .. var rest] => rest,
        ['$', .. var rest] => rest,
        _ => path,
    };
}
