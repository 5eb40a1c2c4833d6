using System.Globalization;
using Covet.Internal;

namespace Covet;

/// <summary>Lets a request pass or refuses it, and says so in the headers.</summary>
internal static class RateLimitGate
{
    public static Task InvokeAsync(HttpContext context, RequestDelegate next, RateLimiter limiter, string by)
    {
        var decision = limiter.Decide(LimitKey.Of(context, by));
        var headers = context.Response.Headers;
        headers.Append("RateLimit-Policy", limiter.PolicyHeader);
        headers.Append("RateLimit", Value(limiter.PolicyHeader, decision));
        if (decision.Allowed)
        {
            return next(context);
        }

        RefusalLog.RateLimit(context, limiter.PolicyHeader, by);
        headers.RetryAfter = Seconds(decision.RetryMilliseconds).ToString(CultureInfo.InvariantCulture);
        return Problem.WriteAsync(context, StatusCodes.Status429TooManyRequests);
    }

    private static string Value(string policy, in RateDecision decision) => string.Create(
        CultureInfo.InvariantCulture,
        $"{policy.AsSpan(0, policy.IndexOf(';', StringComparison.Ordinal))};r={decision.Remaining};t={Seconds(decision.ResetMilliseconds)}");

    private static long Seconds(long milliseconds) => Math.Max(1, (milliseconds + 999) / 1000);
}
