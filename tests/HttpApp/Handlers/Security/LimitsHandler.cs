using System.Security.Claims;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;

namespace HttpApp.Handlers;

/// <summary>Endpoints with Covet's own limits and log.</summary>
[Handler("/security/limits")]
public static class LimitsHandler
{
    private static TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static int running;

    [Get("user")]
    [Authorize(AuthenticationSchemes = "Bearer,ApiKey")]
    [RateLimit(2, "1h", By = "user", Name = "user")]
    public static string User(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("api-key")]
    [Authorize(AuthenticationSchemes = "ApiKey")]
    [RateLimit(2, "1h", By = "apiKey", Name = "api-key")]
    public static string ApiKey(ClaimsPrincipal user) => user.FindFirst("sub")!.Value;

    [Get("ip")]
    [RateLimit(2, "1h", By = "ip", Name = "ip")]
    public static string Ip() => "ip";

    [Get("route")]
    [RateLimit(2, "1h", By = "route", Name = "route")]
    public static string Route() => "route";

    /// <summary>Runs until <c>release</c>.</summary>
    [Get("held")]
    [ConcurrencyLimit(2)]
    public static Task<string> Held() => HoldAsync();

    [Get("held-by-key")]
    [Authorize(AuthenticationSchemes = "ApiKey")]
    [ConcurrencyLimit(1, By = "apiKey")]
    public static Task<string> HeldByKey() => HoldAsync();

    [Get("running")]
    public static int Running() => Volatile.Read(ref running);

    [Post("release")]
    public static void Release() => Interlocked.Exchange(ref released, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    [Get("logged/{id}")]
    [RequestLog(Query = ["page", "token"], Headers = ["X-Trace", "Authorization", "Cookie"])]
    public static string Logged(string id) => id.EndsWith("fail", StringComparison.Ordinal) ? throw new InvalidOperationException("for the log") : "logged";

    [Get("slow")]
    [RequestTimeout(50)]
    public static async Task<string> Slow(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return "never";
    }

    [Post("small")]
    [RequestSizeLimit(100)]
    public static Payment Small(Payment body) => body;

    [Get("small")]
    [RequestSizeLimit(100)]
    public static async Task<long> Small(HttpContext context)
    {
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        return context.Request.Headers.ContentLength ?? -1;
    }

    [Post("small-form")]
    [RequestSizeLimit(1000)]
    [RequireAntiforgeryToken]
    public static string SmallForm([FromForm] string name) => name;

    private static async Task<string> HoldAsync()
    {
        var until = Volatile.Read(ref released).Task;
        Interlocked.Increment(ref running);
        await until;
        Interlocked.Decrement(ref running);
        return "held";
    }
}
