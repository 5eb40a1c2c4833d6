using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Limits a whole application.</summary>
public static class CovetRateLimitExtensions
{
    /// <summary>
    /// Limits all requests from here on, before authentication where it is called before it: the ceiling above the
    /// endpoints' own <see cref="RateLimitAttribute"/>.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="limit">How many requests a period.</param>
    /// <param name="per">The period, such as <c>1m</c>.</param>
    /// <param name="by"><c>ip</c> (the default), <c>user</c>, <c>apiKey</c>, or <c>route</c> for all callers together.</param>
    /// <param name="algorithm">How requests are counted.</param>
    /// <example><code>app.UseCovetRateLimit(1000, per: "1m");</code></example>
    public static IApplicationBuilder UseCovetRateLimit(
        this IApplicationBuilder app,
        int limit,
        string per,
        string by = "ip",
        RateLimitAlgorithm algorithm = RateLimitAlgorithm.TokenBucket)
    {
        ArgumentNullException.ThrowIfNull(app);
        if (LimitRules.Refuse(limit, per, by, (int)algorithm, null) is { } reason)
        {
            throw new ArgumentException("A rate limit cannot be: " + reason + ".");
        }

        var clock = app.ApplicationServices.GetService<TimeProvider>() ?? TimeProvider.System;
        var limiter = RateLimiter.Create(algorithm, limit, Period.Parse(per), "all", clock);
        return app.Use(next => context => RateLimitGate.InvokeAsync(context, next, limiter, by));
    }
}
