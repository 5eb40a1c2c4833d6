using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Covet;

/// <summary>Puts a key ring behind everything that ASP.NET Core protects.</summary>
public static class KeyRingExtensions
{
    /// <summary>
    /// Makes a key ring the application's data protection (<see cref="IDataProtectionProvider"/>): cookies, antiforgery
    /// tokens, session cookies and login state are sealed with AES-256-GCM, native and without XML. Call it after
    /// <c>AddAuthentication</c>.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="keyRing">The keys: a <see cref="FileKeyRing"/>, an <see cref="EphemeralKeyRing"/>, or your own.</param>
    /// <param name="applicationName">Parts applications that share a ring; empty by default.</param>
    public static IServiceCollection AddCovetKeyRing(this IServiceCollection services, IKeyRing keyRing, string applicationName = "")
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(keyRing);
        services.Replace(ServiceDescriptor.Singleton(keyRing));
        Install(services, applicationName);
        return services;
    }

    /// <summary>For features that cannot do without: an ephemeral ring unless the application has named one.</summary>
    internal static void TryAddCovetKeyRing(this IServiceCollection services)
    {
        if (services.Any(s => s.ServiceType == typeof(IKeyRing)))
        {
            RemovePlatformKeys(services);
            return;
        }

        services.AddSingleton<IKeyRing>(static _ => new EphemeralKeyRing());
        Install(services, "");
    }

    private static void Install(IServiceCollection services, string applicationName)
    {
        services.Replace(ServiceDescriptor.Singleton<IDataProtectionProvider>(
            provider => new KeyRingProtector(provider.GetRequiredService<IKeyRing>(), applicationName)));
        RemovePlatformKeys(services);
    }

    // The platform's provider would still make keys in XML at startup, for nobody.
    private static void RemovePlatformKeys(IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i] is { IsKeyedService: false } descriptor
                && descriptor.ServiceType == typeof(IHostedService)
                && descriptor.ImplementationType?.FullName == "Microsoft.AspNetCore.DataProtection.Internal.DataProtectionHostedService")
            {
                services.RemoveAt(i);
            }
        }
    }
}
