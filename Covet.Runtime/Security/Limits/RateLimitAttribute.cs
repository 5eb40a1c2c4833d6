using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>
/// Limits how often callers may use an endpoint. A refusal is 429 with <c>Retry-After</c>; every answer says what is left
/// in <c>RateLimit</c> and <c>RateLimit-Policy</c> (draft-ietf-httpapi-ratelimit-headers). Each endpoint counts by itself
/// unless limits share a <see cref="Name"/>. Counts are those of one process.
/// </summary>
/// <param name="limit">How many requests a period: 1 or more.</param>
/// <param name="per">The period: a number and <c>ms</c>, <c>s</c>, <c>m</c>, <c>h</c> or <c>d</c>, from 100ms to 31d.</param>
/// <exception cref="ArgumentException">The arguments make no limit; an attribute that has such does not compile (CVT0703).</exception>
/// <example><code>[Post, RateLimit(5, per: "1m", By = "ip")] public Token Login(Credentials body) => ...</code></example>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method | AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class RateLimitAttribute(int limit, string per) : Attribute, IEndpointWrapper
{
    private string by = "user";
    private RateLimitAlgorithm algorithm = RateLimitAlgorithm.SlidingWindow;
    private string? name;

    /// <summary>How many requests a period.</summary>
    public int Limit { get; } = LimitRules.Refuse(limit, per, "user", (int)RateLimitAlgorithm.FixedWindow, null) is { } reason ? throw Unusable(reason) : limit;

    /// <summary>The period.</summary>
    public string Per { get; } = per;

    /// <summary>
    /// For whom requests are counted: <c>user</c> (the default; nobody counts by address), <c>ip</c> (IPv6 by its /64),
    /// <c>apiKey</c>, or <c>route</c> for all callers together.
    /// </summary>
    /// <exception cref="ArgumentException">It is none of these.</exception>
    public string By
    {
        get => by;
        set => by = LimitRules.Refuse(1, value) is { } reason ? throw Unusable(reason) : value;
    }

    /// <summary>How requests are counted.</summary>
    /// <exception cref="ArgumentException">There is no such algorithm, or it does not count so many.</exception>
    public RateLimitAlgorithm Algorithm
    {
        get => algorithm;
        set => algorithm = LimitRules.Refuse(Limit, Per, "user", (int)value, null) is { } reason ? throw Unusable(reason) : value;
    }

    /// <summary>The limit's name: endpoints with limits of one name share its counts. Letters, digits, <c>-</c> and <c>_</c>.</summary>
    /// <exception cref="ArgumentException">The name has something else.</exception>
    public string? Name
    {
        get => name;
        set => name = LimitRules.Refuse(1, "1m", "user", 0, value) is { } reason ? throw Unusable(reason) : value;
    }

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

    private static ArgumentException Unusable(string reason) => new("A rate limit cannot be: " + reason + ".");
}
