using Microsoft.Extensions.Logging;

namespace Covet.Internal;

/// <summary>What is logged of exceptions, under the category <c>Covet.Errors</c>.</summary>
internal static partial class ExceptionLog
{
    /// <summary>The category.</summary>
    public const string Category = "Covet.Errors";

    [LoggerMessage(1, LogLevel.Error, "{Method} {Path} failed (trace {TraceId})")]
    public static partial void Unhandled(ILogger logger, Exception exception, string method, string path, string traceId);

    [LoggerMessage(2, LogLevel.Debug, "An exception is answered with {StatusCode}, as [MapException] says")]
    public static partial void Mapped(ILogger logger, Exception exception, int statusCode);

    [LoggerMessage(3, LogLevel.Debug, "A bad request is answered with {StatusCode}")]
    public static partial void BadRequest(ILogger logger, Exception exception, int statusCode);

    [LoggerMessage(4, LogLevel.Debug, "The client went away")]
    public static partial void ClientGone(ILogger logger, Exception exception);

    [LoggerMessage(5, LogLevel.Warning, "{Method} {Path} was cancelled by the application (trace {TraceId})")]
    public static partial void Cancelled(ILogger logger, Exception exception, string method, string path, string traceId);
}
