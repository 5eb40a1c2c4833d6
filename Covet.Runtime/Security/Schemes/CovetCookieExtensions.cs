using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Adds cookie sessions.</summary>
public static class CovetCookieExtensions
{
    /// <summary>
    /// Adds ASP.NET Core's cookie scheme with strict defaults: sealed by the key ring with AES-256-GCM; a <c>__Host-</c>
    /// cookie that is Secure, HttpOnly and SameSite=Lax; 30 minutes idle, 12 hours in all; and 401 or 403 instead of a
    /// redirect, unless <see cref="CookieAuthenticationOptions.LoginPath"/> is set and a browser navigates.
    /// </summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="configure">Changes the defaults; null keeps them.</param>
    /// <param name="absoluteLifetime">The longest life of a login, however often it is used, 1 second to 10 years; null for 12 hours.</param>
    /// <param name="authenticationScheme">The name of the scheme.</param>
    /// <example>
    /// <code>
    /// builder.Services.AddCovetAuthentication().AddCovetCookie();
    /// builder.Services.AddCovetKeyRing(new FileKeyRing("/var/lib/orders/keys"));
    /// ...
    /// await context.SignInAsync("Cookies", principal);
    /// </code>
    /// </example>
    public static AuthenticationBuilder AddCovetCookie(
        this AuthenticationBuilder builder,
        Action<CookieAuthenticationOptions>? configure = null,
        TimeSpan? absoluteLifetime = null,
        string authenticationScheme = CookieAuthenticationDefaults.AuthenticationScheme)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var lifetime = OptionRange.Check(absoluteLifetime ?? TimeSpan.FromHours(12), TimeSpan.FromSeconds(1), OptionRange.TenYears, nameof(AddCovetCookie), nameof(absoluteLifetime));
        builder.Services.TryAddCovetKeyRing();
        builder.Services.AddCovetAuthorizationResults();
        builder.AddCookie(authenticationScheme, options =>
        {
            // The platform fills in paths that nobody set; a redirect to them would lead nowhere.
            var (login, denied) = (false, false);
            ApplyDefaults(options);
            options.Events.OnRedirectToLogin = context => RedirectOr(context, login, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => RedirectOr(context, denied, StatusCodes.Status403Forbidden);
            configure?.Invoke(options);
            (login, denied) = (options.LoginPath.HasValue, options.AccessDeniedPath.HasValue);
        });
        var expiry = new AbsoluteExpiry(authenticationScheme, lifetime);
        builder.Services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>>(expiry);
        builder.Services.AddSingleton<IValidateOptions<CookieAuthenticationOptions>>(expiry);
        builder.Services.AddOptions<CookieAuthenticationOptions>(authenticationScheme).CheckAtStart(static options =>
        {
            OptionRange.Check(options.ExpireTimeSpan, TimeSpan.FromSeconds(1), OptionRange.TenYears, nameof(CookieAuthenticationOptions), nameof(options.ExpireTimeSpan));
            HostCookie.Check(options.Cookie, nameof(CookieAuthenticationOptions));
        });
        return builder;
    }

    private static void ApplyDefaults(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "__Host-session";
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(30);
        options.SlidingExpiration = true;
    }

    private static Task RedirectOr(RedirectContext<CookieAuthenticationOptions> context, bool hasPath, int statusCode)
    {
        if (hasPath && IsNavigation(context.Request))
        {
            context.Response.Redirect(context.RedirectUri);
        }
        else
        {
            // RFC 9110 section 11.6.1 wants a challenge with a 401; none is registered for cookies, so it names itself.
            context.Response.StatusCode = statusCode;
            if (statusCode == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.Append("WWW-Authenticate", "Cookie");
            }
        }

        return Task.CompletedTask;
    }

    private static bool IsNavigation(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
