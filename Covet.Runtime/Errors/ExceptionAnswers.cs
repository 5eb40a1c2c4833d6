using Microsoft.AspNetCore.Connections;
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

    /// <summary>Writes the answer.</summary>
    public static Task WriteAsync(HttpContext context, Exception exception, ILogger logger)
    {
        Prepare(context);
        if (ExceptionMappings.Find(context.GetEndpoint(), exception) is { } mapping)
        {
            ExceptionLog.Mapped(logger, exception, mapping.StatusCode);
            var detail = mapping.Detail ?? (mapping.ShowMessage ? exception.Message : null);
            return Problem.WriteAsync(context, mapping.StatusCode, mapping.Title, detail, null);
        }

        var bad = (BadHttpRequestException)exception;
        ExceptionLog.BadRequest(logger, exception, bad.StatusCode);
        return bad is InvalidItemException invalid
            ? Problem.WriteAsync(context, invalid.Errors, bad.StatusCode)
            : Problem.WriteAsync(context, bad.StatusCode, bad.Message);
    }

    /// <summary>Takes back what the failed handler had prepared.</summary>
    public static void Prepare(HttpContext context)
    {
        context.Response.Clear();
        context.Response.Headers.CacheControl = "no-cache,no-store";
    }
}
