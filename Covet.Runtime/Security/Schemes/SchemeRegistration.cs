using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Adds the schemes that are Covet's own.</summary>
internal static class SchemeRegistration
{
    /// <summary>Adds a scheme whose handler, one a request, is made by a call of its constructor: the container would look for that by reflection.</summary>
    public static AuthenticationBuilder AddScheme<TOptions, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        this AuthenticationBuilder builder,
        string authenticationScheme,
        Action<TOptions>? configure,
        Func<IOptionsMonitor<TOptions>, ILoggerFactory, UrlEncoder, THandler> create)
        where TOptions : AuthenticationSchemeOptions, new()
        where THandler : AuthenticationHandler<TOptions>
    {
        builder.AddScheme<TOptions, THandler>(authenticationScheme, configure);

        // After it, as the last registration of a type counts.
        builder.Services.AddTransient(services => create(
            services.GetRequiredService<IOptionsMonitor<TOptions>>(),
            services.GetRequiredService<ILoggerFactory>(),
            services.GetRequiredService<UrlEncoder>()));
        return builder;
    }
}
