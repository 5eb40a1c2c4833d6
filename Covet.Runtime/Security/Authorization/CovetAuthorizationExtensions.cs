using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Adds Covet's authorization.</summary>
public static class CovetAuthorizationExtensions
{
    /// <summary>
    /// Adds ASP.NET Core's authorization, the permissions of roles for <see cref="RequirePermissionAttribute"/>, and problem
    /// documents (RFC 9457) for 401 and 403.
    /// </summary>
    /// <param name="services">The services.</param>
    /// <param name="configure">Grants permissions to roles.</param>
    /// <example><code>builder.Services.AddCovetAuthorization(o => o.Grant("clerk", "orders.read"));</code></example>
    public static IServiceCollection AddCovetAuthorization(this IServiceCollection services, Action<CovetAuthorizationOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddAuthorization();
        services.AddCovetAuthorizationResults();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IAuthorizationHandler, PermissionHandler>());
        services.AddOptions<CovetAuthorizationOptions>()
            .Configure(options => configure?.Invoke(options))
            .CheckAtStart(static options => OptionRange.CheckText(options.PermissionClaimType, nameof(CovetAuthorizationOptions), nameof(options.PermissionClaimType)));
        return services;
    }

    /// <summary>Makes 401 and 403 problem documents, unless the application has a result handler of its own.</summary>
    internal static void AddCovetAuthorizationResults(this IServiceCollection services)
    {
        for (var i = services.Count - 1; i >= 0; i--)
        {
            if (services[i] is { IsKeyedService: false } descriptor
                && descriptor.ServiceType == typeof(IAuthorizationMiddlewareResultHandler)
                && descriptor.ImplementationType == typeof(AuthorizationMiddlewareResultHandler))
            {
                services.RemoveAt(i);
            }
        }

        services.TryAddSingleton<IAuthorizationMiddlewareResultHandler, AuthorizationProblems>();
    }
}
