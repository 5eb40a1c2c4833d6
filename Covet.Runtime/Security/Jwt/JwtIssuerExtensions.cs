using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Adds what an application needs to issue tokens.</summary>
public static class JwtIssuerExtensions
{
    /// <summary>Adds a <see cref="JwtIssuer"/>, and <see cref="RefreshTokens"/> over an in-memory store unless another is registered.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the issuer's name, audience and key.</param>
    public static IServiceCollection AddCovetJwtIssuer(this IServiceCollection services, Action<JwtIssuerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<JwtIssuerOptions>().Configure(configure).CheckAtStart(static options => options.Check());
        services.TryAddSingleton(static provider => new JwtIssuer(provider.GetRequiredService<IOptions<JwtIssuerOptions>>().Value));
        return services.AddCovetRefreshTokens(static _ => { });
    }

    /// <summary>Adds <see cref="RefreshTokens"/> over an in-memory store unless another is registered.</summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Sets the lifetimes.</param>
    public static IServiceCollection AddCovetRefreshTokens(this IServiceCollection services, Action<RefreshTokenOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddSingleton<IRefreshTokenStore>(_ => new MemoryRefreshTokenStore());
        services.TryAddSingleton(static provider => new RefreshTokens(
            provider.GetRequiredService<IRefreshTokenStore>(),
            provider.GetRequiredService<IOptions<RefreshTokenOptions>>().Value));
        services.AddOptions<RefreshTokenOptions>().Configure(configure).CheckAtStart(static options => options.Checked());
        return services;
    }
}
