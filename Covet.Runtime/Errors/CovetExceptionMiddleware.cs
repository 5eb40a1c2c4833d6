using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Covet.Internal;

/// <summary>
/// The outermost middleware: what nobody else handled becomes a problem document, or in Development a page. An application's
/// own exception middleware stands inside it and comes first.
/// </summary>
/// <param name="next">The rest of the pipeline.</param>
/// <param name="environment">Says whether details may be shown.</param>
/// <param name="loggers">Makes the log.</param>
internal sealed class CovetExceptionMiddleware(RequestDelegate next, IHostEnvironment environment, ILoggerFactory loggers)
{
    private readonly ILogger logger = loggers.CreateLogger(ExceptionLog.Category);

    public Task InvokeAsync(HttpContext context)
    {
        Task task;
        try
        {
            task = next(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted || ExceptionAnswers.IsClientGone(context, exception))
        {
            return HandleAsync(context, exception);
        }

        return task.IsCompletedSuccessfully ? task : AwaitAsync(context, task);
    }

    private async Task AwaitAsync(HttpContext context, Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception) when (!context.Response.HasStarted || ExceptionAnswers.IsClientGone(context, exception))
        {
            await HandleAsync(context, exception);
        }
    }

    private Task HandleAsync(HttpContext context, Exception exception)
    {
        if (ExceptionAnswers.IsClientGone(context, exception))
        {
            ExceptionLog.ClientGone(logger, exception);
            if (!context.Response.HasStarted)
            {
                context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            }

            return Task.CompletedTask;
        }

        if (ExceptionAnswers.CanAnswer(context, exception))
        {
            return ExceptionAnswers.WriteAsync(context, exception, logger);
        }

        Log(context, exception);
        return ExceptionAnswers.WriteFailureAsync(context, exception, environment);
    }

    private void Log(HttpContext context, Exception exception)
    {
        var request = context.Request;
        var path = LogText.Clean(request.Path.Value ?? "");
        if (exception is OperationCanceledException)
        {
            ExceptionLog.Cancelled(logger, exception, request.Method, path, ProblemWriter.TraceId(context));
        }
        else
        {
            ExceptionLog.Unhandled(logger, exception, request.Method, path, ProblemWriter.TraceId(context));
        }
    }
}
