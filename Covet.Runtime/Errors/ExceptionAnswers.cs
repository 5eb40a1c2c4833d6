using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Internal;

/// <summary>Answers exceptions that are no failure of the application: requests that are wrong, and exceptions that the user gave a status.</summary>
internal static class ExceptionAnswers
{
    /// <summary>Whether the exception says no more than that the client went away.</summary>
    public static bool IsClientGone(HttpContext context, Exception exception) =>
        exception is ConnectionResetException or ConnectionAbortedException
        || (context.RequestAborted.IsCancellationRequested && exception is OperationCanceledException or IOException);

    /// <summary>Whether <see cref="WriteAsync"/> has an answer.</summary>
    public static bool CanAnswer(HttpContext context, Exception exception) =>
        !context.Response.HasStarted && (exception is BadHttpRequestException || ExceptionMappings.Find(context.GetEndpoint(), exception) is not null);

    /// <summary>
    /// Whether the application itself broke off while the client still waits, and has no <see cref="IExceptionHandler"/> that
    /// may know why. The endpoint's guard answers that: the exception pages of ASP.NET Core would log an error.
    /// </summary>
    public static bool IsOwnCancellation(HttpContext context, Exception exception) =>
        exception is OperationCanceledException
        && !context.RequestAborted.IsCancellationRequested
        && !context.Response.HasStarted
        && context.RequestServices?.GetService<IExceptionHandler>() is null;

    /// <summary>Answers what <see cref="CanAnswer"/> or <see cref="IsOwnCancellation"/> took.</summary>
    public static Task WriteAsync(HttpContext context, Exception exception, ILogger logger)
    {
        Prepare(context);
        if (ExceptionMappings.Find(context.GetEndpoint(), exception) is { } mapping)
        {
            ExceptionLog.Mapped(logger, exception, mapping.StatusCode);
            var detail = mapping.Detail ?? (mapping.ShowMessage ? exception.Message : null);
            return Problem.WriteAsync(context, mapping.StatusCode, mapping.Title, detail, null);
        }

        if (exception is not BadHttpRequestException bad)
        {
            var request = context.Request;
            ExceptionLog.Cancelled(logger, exception, request.Method, request.Path.Value ?? "", ProblemWriter.TraceId(context));
            return WriteFailureAsync(context, exception, context.RequestServices!.GetService<IHostEnvironment>());
        }

        ExceptionLog.BadRequest(logger, exception, bad.StatusCode);
        return bad is InvalidItemException invalid
            ? Problem.WriteAsync(context, invalid.Errors, bad.StatusCode)
            : Problem.WriteAsync(context, bad.StatusCode, bad.Message);
    }

    /// <summary>Answers a failure: in Development with all that is known, elsewhere with the trace alone.</summary>
    public static Task WriteFailureAsync(HttpContext context, Exception exception, IHostEnvironment? environment)
    {
        if (environment?.IsDevelopment() == true)
        {
            return DeveloperPage.WriteAsync(context, exception);
        }

        Prepare(context);
        return Problem.WriteAsync(context, StatusCodes.Status500InternalServerError);
    }

    /// <summary>Takes back what the failed handler had prepared.</summary>
    public static void Prepare(HttpContext context)
    {
        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-cache,no-store";
    }
}
