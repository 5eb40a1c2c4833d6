using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Covet.Internal;

/// <summary>
/// Stands around one endpoint: answers bad requests, mapped exceptions and the application's own cancellations there, before the application's own exception
/// middleware takes them for failures. All else passes through.
/// </summary>
/// <param name="handler">The endpoint's delegate.</param>
internal sealed class ExceptionGuard(RequestDelegate handler)
{
    /// <summary>Runs the endpoint. One that completes at once pays for a try block, which costs nothing until something is thrown.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        Task task;
        try
        {
            task = handler(context);
        }
        catch (Exception exception) when (ExceptionAnswers.CanAnswer(context, exception) || ExceptionAnswers.IsOwnCancellation(context, exception))
        {
            return ExceptionAnswers.WriteAsync(context, exception, Logger(context));
        }

        return task.IsCompletedSuccessfully ? task : AwaitAsync(context, task);
    }

    private static async Task AwaitAsync(HttpContext context, Task task)
    {
        try
        {
            await task;
        }
        catch (Exception exception) when (ExceptionAnswers.CanAnswer(context, exception) || ExceptionAnswers.IsOwnCancellation(context, exception))
        {
            await ExceptionAnswers.WriteAsync(context, exception, Logger(context));
        }
    }

    private static ILogger Logger(HttpContext context) =>
        context.RequestServices?.GetService<ILoggerFactory>()?.CreateLogger(ExceptionLog.Category) ?? NullLogger.Instance;
}
