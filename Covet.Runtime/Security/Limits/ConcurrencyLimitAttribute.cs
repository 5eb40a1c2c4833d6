using System.Collections.Concurrent;
using Covet.Internal;

namespace Covet;

/// <summary>
/// Limits how many requests run at once. One too many is refused at once: 503 where all callers count together, otherwise
/// 429, both with <c>Retry-After: 1</c>. There are no <c>RateLimit</c> headers: these tell of a quota over time, and this limit has none.
/// </summary>
/// <param name="limit">How many at once: 1 or more.</param>
/// <exception cref="ArgumentException">The arguments make no limit; an attribute that has such does not compile (CVT0703).</exception>
/// <example><code>[Post("reports"), ConcurrencyLimit(2, By = "user")] public Task&lt;Report&gt; Make(...) => ...</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly)]
public sealed class ConcurrencyLimitAttribute(int limit) : Attribute, IEndpointWrapper
{
    private string by = "route";

    /// <summary>How many at once.</summary>
    public int Limit { get; } = Checked(limit, "route") ? limit : 0;

    /// <summary>For whom requests are counted: <c>route</c> (the default: all callers together), <c>user</c>, <c>ip</c> or <c>apiKey</c>.</summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public string By
    {
        get => by;
        set => by = Checked(1, value) ? value : by;
    }

    int IEndpointWrapper.Order => WrapperOrder.Concurrency;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline)
    {
        // Holds the keys of running requests alone, so it stays as small as their number.
        var running = new ConcurrentDictionary<UInt128, int>();
        return context => InvokeAsync(context, next, running);
    }

    private static bool Checked(int limit, string? by) =>
        LimitRules.Refuse(limit, by) is { } reason ? throw new ArgumentException("A concurrency limit cannot be: " + reason + ".") : true;

    private async Task InvokeAsync(HttpContext context, RequestDelegate next, ConcurrentDictionary<UInt128, int> running)
    {
        var key = LimitKey.Of(context, By);
        if (!TryEnter(running, key))
        {
            RefusalLog.Concurrency(context, Limit, By);
            context.Response.Headers.RetryAfter = "1";
            await Problem.WriteAsync(context, By == "route" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status429TooManyRequests);
            return;
        }

        try
        {
            await next(context);
        }
        finally
        {
            Leave(running, key);
        }
    }

    private bool TryEnter(ConcurrentDictionary<UInt128, int> running, UInt128 key)
    {
        while (true)
        {
            if (!running.TryGetValue(key, out var count))
            {
                if (running.TryAdd(key, 1))
                {
                    return true;
                }
            }
            else if (count >= Limit)
            {
                return false;
            }
            else if (running.TryUpdate(key, count + 1, count))
            {
                return true;
            }
        }
    }

    private static void Leave(ConcurrentDictionary<UInt128, int> running, UInt128 key)
    {
        var left = running.AddOrUpdate(key, 0, static (_, count) => count - 1);
        if (left == 0)
        {
            // Removes only while it is still 0.
            running.TryRemove(new KeyValuePair<UInt128, int>(key, 0));
        }
    }
}
