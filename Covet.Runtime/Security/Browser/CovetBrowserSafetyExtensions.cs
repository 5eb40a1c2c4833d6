using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Adds what browser safety needs.</summary>
public static class CovetBrowserSafetyExtensions
{
    /// <summary>
    /// Adds ASP.NET Core's antiforgery with tokens sealed by the key ring and a strict cookie; <c>app.UseAntiforgery()</c>
    /// and <c>[RequireAntiforgeryToken]</c> work as ever.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the defaults: the cookie <c>__Host-antiforgery</c>, which travels over TLS only.</param>
    public static IServiceCollection AddCovetAntiforgery(this IServiceCollection services, Action<AntiforgeryOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-antiforgery";
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            configure?.Invoke(options);
        });
        services.AddOptions<AntiforgeryOptions>().CheckAtStart(static options => HostCookie.Check(options.Cookie, nameof(AntiforgeryOptions)));
        services.TryAddCovetKeyRing();
        return services;
    }

    /// <summary>
    /// Adds sessions over the registered <c>IDistributedCache</c> (one in memory where there is none), with a sealed, strict
    /// cookie. Use them with <c>app.UseCovetSession()</c> and <c>context.Session</c>; ASP.NET Core's own registration does
    /// not go with native publishing.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Changes the defaults: 20 minutes idle.</param>
    public static IServiceCollection AddCovetSession(this IServiceCollection services, Action<SessionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddDistributedMemoryCache();
        services.AddOptions<SessionOptions>().Configure(options =>
        {
            options.Cookie.Name = "__Host-state";
            options.Cookie.Path = "/";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            configure?.Invoke(options);
        }).CheckAtStart(static options =>
        {
            OptionRange.Check(options.IdleTimeout, TimeSpan.FromSeconds(1), OptionRange.TenYears, nameof(SessionOptions), nameof(options.IdleTimeout));
            if (options.IOTimeout != Timeout.InfiniteTimeSpan)
            {
                OptionRange.Check(options.IOTimeout, TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1), nameof(SessionOptions), nameof(options.IOTimeout));
            }

            HostCookie.Check(options.Cookie, nameof(SessionOptions));
        });
        services.TryAddCovetKeyRing();
        return services;
    }
}
