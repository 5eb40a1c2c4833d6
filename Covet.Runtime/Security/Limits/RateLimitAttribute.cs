using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>
/// Limits how often callers may use an endpoint. A refusal is 429 with <c>Retry-After</c>; every answer says what is left
/// in <c>RateLimit</c> and <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers). Each endpoint counts by itself
/// unless limits share a <see cref="Name"/>. Counts are those of one process.
/// </summary>
/// <param name="limit">How many requests a period: 1 or more.</param>
/// <param name="per">The period: a number and <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>, from 100ms to 31d.</param>
/// <example><code>[Post, RateLimit(5, per: "1m", By = "ip")] public Token Login(Credentials body) => ...</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RateLimitAttribute(int limit, string per) : Attribute, IEndpointWrapper
{
    /// <summary>How many requests a period.</summary>
    public int Limit { get; } = limit;

    /// <summary>The period.</summary>
    public string Per { get; } = per;

    /// <summary>
    /// For whom requests are counted: <c>user</c> (the default; nobody counts by address), <c>ip</c> (IPv6 by its /64),
    /// <c>apiKey</c>, or <c>route</c> for all callers together.
    /// </summary>
    public string By { get; set; } = "user";

    /// <summary>How requests are counted.</summary>
    public RateLimitAlgorithm Algorithm { get; set; } = RateLimitAlgorithm.SlidingWindow;

    /// <summary>The limit's name: endpoints with limits of one name share its counts. Letters, digits, <c>-</c> and <c>_</c>.</summary>
    public string? Name { get; set; }

    int IEndpointWrapper.Order => WrapperOrder.RateLimit;

    RequestDelegate IEndpointWrapper.Wrap(RequestDelegate next, EndpointPipeline pipeline)
    {
        if (LimitRules.Refuse(Limit, Per, By, (int)Algorithm, Name) is { } reason)
        {
            throw new InvalidOperationException("A rate limit cannot be: " + reason + ".");
        }

        RateLimiter? limiter = null;
        return context =>
        {
            // The clock is a service, so that tests can turn it; the first request brings it.
            limiter ??= pipeline.Limiter(Name, () => RateLimiter.Create(
                Algorithm, Limit, Period.Parse(Per), Name ?? "default", context.RequestServices.GetService<TimeProvider>() ?? TimeProvider.System));
            return RateLimitGate.InvokeAsync(context, next, limiter, By);
        };
    }
}
