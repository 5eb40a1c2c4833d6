using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet;

/// <summary>
/// Says in the log, under the category <c>Covet.Refusals</c>, that a call was refused before its endpoint. Who called is not
/// said: the trace of the request is in the log's scope, and addresses and names are personal data.
/// </summary>
internal static partial class RefusalLog
{
    /// <summary>The category.</summary>
    public const string Category = "Covet.Refusals";

    private const int MaxMethodLength = 16;

    public static void RateLimit(HttpContext context, string policy, string by)
    {
        if (Find(context) is { } logger)
        {
            LogRateLimit(logger, Method(context), Route(context), policy, by);
        }
    }

    public static void Concurrency(HttpContext context, int limit, string by)
    {
        if (Find(context) is { } logger)
        {
            LogConcurrency(logger, Method(context), Route(context), limit, by);
        }
    }

    public static void Antiforgery(HttpContext context)
    {
        if (Find(context) is { } logger)
        {
            LogAntiforgery(logger, Method(context), Route(context));
        }
    }

    public static void Size(HttpContext context, long length, long limit)
    {
        if (Find(context) is { } logger)
        {
            LogSize(logger, Method(context), Route(context), length, limit);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route} was refused: the rate limit {Policy} by {By} is used up.")]
    private static partial void LogRateLimit(ILogger logger, string method, string route, string policy, string by);

    [LoggerMessage(2, LogLevel.Information, "{Method} {Route} was refused: {Limit} run already, counted by {By}.")]
    private static partial void LogConcurrency(ILogger logger, string method, string route, int limit, string by);

    [LoggerMessage(3, LogLevel.Information, "{Method} {Route} was refused: its antiforgery token is missing or not valid.")]
    private static partial void LogAntiforgery(ILogger logger, string method, string route);

    [LoggerMessage(4, LogLevel.Information, "{Method} {Route} was refused: a body of {Length} bytes is more than {Limit}.")]
    private static partial void LogSize(ILogger logger, string method, string route, long length, long limit);

    private static ILogger? Find(HttpContext context) =>
        context.RequestServices?.GetService<ILoggerFactory>()?.CreateLogger(Category) is { } logger && logger.IsEnabled(LogLevel.Information) ? logger : null;

    // Any word can be a method where a limit stands before routing.
    private static string Method(HttpContext context) => context.Request.Method is { Length: <= MaxMethodLength } method ? method : "?";

    // The template: what a caller wrote into its parameters may be a secret.
    private static string Route(HttpContext context) => (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "-";
}
