using Covet.Internal;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet;

/// <summary>
/// Logs each request of an endpoint once it is answered: method, route template, status and time. Values of the route, the
/// query and headers are personal data or secrets often enough that they are logged only where they are named here.
/// </summary>
/// <example><code>[assembly: RequestLog(Query = ["page"], Headers = ["User-Agent"])]</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed partial class RequestLogAttribute : Attribute, IEndpointWrapper
{
    private static readonly HashSet<string> Secrets = new(StringComparer.OrdinalIgnoreCase)
    {
        "Authorization", "Proxy-Authorization", "Cookie", "Set-Cookie", "X-Api-Key", "Api-Key", "X-Auth-Token", "X-Access-Token", "X-CSRF-Token",
        "X-XSRF-Token", "RequestVerificationToken", "__RequestVerificationToken", "access_token", "refresh_token", "id_token", "token", "jwt",
        "password", "passwd", "pwd", "new_password", "secret", "client_secret", "client_assertion", "assertion", "code", "code_verifier", "state",
        "nonce", "otp", "pin", "key", "api_key", "apikey", "signature", "sig", "session", "sid",
    };

    private LogLevel level = LogLevel.Information;
    private string[] query = [];
    private string[] headers = [];

    /// <summary>The level of answers below 500; <see cref="LogLevel.Information"/> by default. From 500 on it is <see cref="LogLevel.Error"/>.</summary>
    public LogLevel Level
    {
        get => level;
        set => level = (LogLevel)OptionRange.Check((int)value, (int)LogLevel.Trace, (int)LogLevel.None, nameof(RequestLogAttribute));
    }

    /// <summary>The parameters of the query whose values are logged. Names of secrets are logged as <c>[redacted]</c>.</summary>
    public string[] Query
    {
        get => query;
        set => query = Names(value, nameof(Query));
    }

    /// <summary>The headers whose values are logged. Names of secrets are logged as <c>[redacted]</c>.</summary>
    public string[] Headers
    {
        get => headers;
        set => headers = Names(value, nameof(Headers));
    }

    int IEndpointWrapper.Order => WrapperOrder.Logging;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline)
    {
        ILogger? logger = null;
        TimeProvider? clock = null;
        return context =>
        {
            logger ??= context.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger("Covet.Requests");
            clock ??= context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System;
            return logger.IsEnabled(LogLevel.Error) || logger.IsEnabled(Level) ? InvokeAsync(context, next, logger, clock) : next(context);
        };
    }

    [LoggerMessage(EventId = 1, Message = "{Method} {Route} answered {StatusCode} in {Milliseconds:0.0} ms{Values}.")]
    private static partial void LogRequest(ILogger logger, LogLevel level, string method, string route, int statusCode, double milliseconds, string values, Exception? exception);

    private async Task InvokeAsync(HttpContext context, RequestDelegate next, ILogger logger, TimeProvider clock)
    {
        var started = clock.GetTimestamp();
        try
        {
            await next(context);
        }
        catch (Exception exception)
        {
            Log(context, logger, StatusCodes.Status500InternalServerError, clock.GetElapsedTime(started), exception);
            throw;
        }

        Log(context, logger, context.Response.StatusCode, clock.GetElapsedTime(started), null);
    }

    private void Log(HttpContext context, ILogger logger, int statusCode, TimeSpan elapsed, Exception? exception)
    {
        var level = statusCode >= StatusCodes.Status500InternalServerError ? LogLevel.Error : Level;
        var route = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "?";
        LogRequest(logger, level, context.Request.Method, route, statusCode, elapsed.TotalMilliseconds, Values(context.Request), exception);
    }

    private static string[] Names(string[] names, string of)
    {
        OptionRange.CheckTexts(OptionRange.CheckPresent(names, nameof(RequestLogAttribute), of), nameof(RequestLogAttribute), of);
        return names;
    }

    private string Values(HttpRequest request)
    {
        if (Query.Length == 0 && Headers.Length == 0)
        {
            return "";
        }

        var text = new System.Text.StringBuilder();
        foreach (var name in Query)
        {
            Append(text, name, request.Query[name].ToString());
        }

        foreach (var name in Headers)
        {
            Append(text, name, request.Headers[name].ToString());
        }

        return text.ToString();
    }

    private static void Append(System.Text.StringBuilder text, string name, string value)
    {
        if (value.Length == 0)
        {
            return;
        }

        text.Append(", ").Append(name).Append('=');
        if (Secrets.Contains(name))
        {
            text.Append("[redacted]");
            return;
        }

        text.AppendClean(value);
    }
}
