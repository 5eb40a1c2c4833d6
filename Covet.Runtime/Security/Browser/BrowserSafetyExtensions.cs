using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Puts browser safety into the pipeline.</summary>
public static class BrowserSafetyExtensions
{
    /// <summary>
    /// Sets strict security headers on every answer from here on: content security policy, HSTS, nosniff, framing,
    /// referrer, permissions, COOP and CORP. Call it first. An endpoint that sets one of them itself keeps its value.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <example><code>app.UseCovetSecurityHeaders();</code></example>
    public static IApplicationBuilder UseCovetSecurityHeaders(this IApplicationBuilder app, Action<SecurityHeadersOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var options = new SecurityHeadersOptions();
        configure?.Invoke(options);
        return app.Use(new SecurityHeaders(options).Use);
    }

    /// <summary>
    /// Takes the caller's address, scheme and host from <c>X-Forwarded-*</c>, but only where the request comes from one
    /// of the proxies named here; from anyone else these headers are ignored. Call it first.
    /// </summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="proxies">Addresses (<c>10.0.0.5</c>) and networks (<c>10.0.0.0/8</c>) of your own proxies.</param>
    /// <exception cref="ArgumentException">No proxy is named, or one is no address.</exception>
    /// <example><code>app.UseCovetForwardedHeaders("10.0.0.0/8");</code></example>
    public static IApplicationBuilder UseCovetForwardedHeaders(this IApplicationBuilder app, params string[] proxies)
    {
        ArgumentNullException.ThrowIfNull(app);
        ArgumentNullException.ThrowIfNull(proxies);
        if (proxies.Length == 0)
        {
            throw new ArgumentException("Name the proxies whose headers are believed.", nameof(proxies));
        }

        // A host that a proxy passes on is filtered like one that came without.
        var options = ForwardedProxies.Options(proxies);
        foreach (var host in app.ApplicationServices.GetService<IOptions<HostFilteringOptions>>()?.Value.AllowedHosts.Where(static host => host != "*") ?? [])
        {
            options.AllowedHosts.Add(host);
        }

        return app.UseForwardedHeaders(options);
    }

    /// <summary>Makes <c>context.Session</c> work from here on, with the services of <c>AddCovetSession()</c>.</summary>
    /// <param name="app">The pipeline.</param>
    /// <exception cref="InvalidOperationException">The services are not there.</exception>
    public static IApplicationBuilder UseCovetSession(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.ApplicationServices;
        if (services.GetService<IDistributedCache>() is not { } cache || services.GetService<IDataProtectionProvider>() is not { } protection)
        {
            throw new InvalidOperationException("UseCovetSession() needs the services that AddCovetSession() registers: call builder.Services.AddCovetSession() before builder.Build().");
        }

        var sessions = new SessionCookies(
            services.GetRequiredService<IOptions<SessionOptions>>().Value,
            cache,
            protection,
            services.GetRequiredService<ILoggerFactory>());
        return app.Use(sessions.Use);
    }
}
