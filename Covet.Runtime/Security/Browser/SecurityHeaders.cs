using Microsoft.Extensions.Primitives;

namespace Covet;

/// <summary>Sets security headers as an answer starts, so that error pages have them and endpoints may set their own.</summary>
internal sealed class SecurityHeaders
{
    private const string Placeholder = "{nonce}";

    private readonly KeyValuePair<string, StringValues>[] constant;
    private readonly string? policy;
    private readonly StringValues policyWithoutNonce;
    private readonly StringValues transport;

    public SecurityHeaders(SecurityHeadersOptions options)
    {
        var all = new[]
        {
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", options.FrameOptions),
            ("Referrer-Policy", options.ReferrerPolicy),
            ("Permissions-Policy", options.PermissionsPolicy),
            ("Cross-Origin-Opener-Policy", options.CrossOriginOpenerPolicy),
            ("Cross-Origin-Embedder-Policy", options.CrossOriginEmbedderPolicy),
            ("Cross-Origin-Resource-Policy", options.CrossOriginResourcePolicy),
        };
        foreach (var (name, value) in (ReadOnlySpan<(string, string?)>)[.. all, ("Content-Security-Policy", options.ContentSecurityPolicy), ("Strict-Transport-Security", options.StrictTransportSecurity)])
        {
            OptionRange.CheckHeader(value, nameof(SecurityHeadersOptions), name);
        }

        constant = [.. all.Where(h => !string.IsNullOrEmpty(h.Item2)).Select(h => new KeyValuePair<string, StringValues>(h.Item1, h.Item2))];
        policy = string.IsNullOrEmpty(options.ContentSecurityPolicy) ? null : options.ContentSecurityPolicy;
        policyWithoutNonce = policy?.Replace(Placeholder, "", StringComparison.Ordinal);
        transport = options.StrictTransportSecurity;
    }

    public RequestDelegate Use(RequestDelegate next) => context =>
    {
        context.Response.OnStarting(static state => ((State)state).Apply(), new State(this, context));
        return next(context);
    };

    private void Apply(HttpContext context)
    {
        var headers = context.Response.Headers;
        foreach (var (name, value) in constant)
        {
            headers.TryAdd(name, value);
        }

        if (policy is not null && headers.ContentSecurityPolicy.Count == 0)
        {
            headers.ContentSecurityPolicy = CspNonce.Find(context) is { } nonce
                ? policy.Replace(Placeholder, $" 'nonce-{nonce}'", StringComparison.Ordinal)
                : policyWithoutNonce;
        }

        // A browser that learned it for localhost could not reach other programs there (RFC 6797 section 8.1: HTTPS only).
        if (transport.Count > 0 && context.Request.IsHttps && headers.StrictTransportSecurity.Count == 0 && !IsLocal(context.Request.Host.Host))
        {
            headers.StrictTransportSecurity = transport;
        }
    }

    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]";

    private sealed class State(SecurityHeaders headers, HttpContext context)
    {
        public Task Apply()
        {
            headers.Apply(context);
            return Task.CompletedTask;
        }
    }
}
