using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Covet;

/// <summary>Adds authentication.</summary>
public static class CovetAuthenticationExtensions
{
    /// <summary>
    /// Adds ASP.NET Core's authentication as <c>AddAuthentication</c> does, but without its data protection, whose keys in XML
    /// bring an XML library, signed and encrypted XML, and an HTTP client into a native binary. Tokens, API keys and Basic need
    /// none; Covet's cookies, logins, sessions and antiforgery bring the key ring, which then seals for everybody: beside them
    /// <c>AddDataProtection</c> has no effect, and <c>AddCovetKeyRing</c> says where keys are kept. Schemes of others that protect
    /// something need <c>AddCovetKeyRing</c>, or <c>AddDataProtection</c> where nothing of Covet's protects.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="defaultScheme">The name of the default scheme; null where there is one scheme, or none is the default.</param>
    /// <returns>What schemes are added to.</returns>
    /// <example><code>
    /// builder.Services.AddCovetAuthentication().AddCovetJwtBearer(o => { o.Authority = "https://login.example"; o.Audience = "orders"; });
    /// </code></example>
    public static AuthenticationBuilder AddCovetAuthentication(this IServiceCollection services, string? defaultScheme = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAuthenticationCore(options => options.DefaultScheme = defaultScheme ?? options.DefaultScheme);
        services.AddWebEncoders();
        services.TryAddSingleton(TimeProvider.System);
#pragma warning disable CS0618 // Handlers that were written for .NET 7 and before ask for this clock.
        services.TryAddSingleton<ISystemClock, SystemClock>();
#pragma warning restore CS0618
        services.TryAddSingleton<IAuthenticationConfigurationProvider, AuthenticationConfiguration>();
        return new AuthenticationBuilder(services);
    }
}
