using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Covet;

/// <summary>Adds the JWT bearer scheme.</summary>
public static class CovetJwtBearerExtensions
{
    /// <summary>The name of the scheme where none is given: <c>Bearer</c>.</summary>
    public const string DefaultScheme = "Bearer";

    /// <summary>Adds the scheme <c>Bearer</c>.</summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="configure">Sets the issuer, the audience and the keys.</param>
    /// <example><code>builder.Services.AddCovetAuthentication().AddCovetJwtBearer(o => { o.Authority = "https://login.example"; o.Audience = "orders"; });</code></example>
    public static AuthenticationBuilder AddCovetJwtBearer(this AuthenticationBuilder builder, Action<CovetJwtBearerOptions> configure) =>
        builder.AddCovetJwtBearer(DefaultScheme, configure);

    /// <summary>
    /// Adds the scheme <c>Bearer</c> with the settings of a section such as <c>Authentication:Schemes:Bearer</c>; see
    /// docs/security.md for its names.
    /// </summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="section">The section.</param>
    public static AuthenticationBuilder AddCovetJwtBearer(this AuthenticationBuilder builder, IConfiguration section) =>
        builder.AddCovetJwtBearer(DefaultScheme, options => JwtConfiguration.Apply(options, section));

    /// <summary>Adds a scheme of another name, for applications with several issuers.</summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="authenticationScheme">The name of the scheme.</param>
    /// <param name="configure">Sets the issuer, the audience and the keys.</param>
    public static AuthenticationBuilder AddCovetJwtBearer(
        this AuthenticationBuilder builder,
        string authenticationScheme,
        Action<CovetJwtBearerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<CovetJwtBearerOptions>, JwtBearerPostConfigure>());
        builder.Services.AddCovetAuthorizationResults();
        builder.Services.AddOptions<CovetJwtBearerOptions>(authenticationScheme).ValidateOnStart();
        return builder.AddScheme<CovetJwtBearerOptions, CovetJwtBearerHandler>(authenticationScheme, configure, static (options, loggers, encoder) => new CovetJwtBearerHandler(options, loggers, encoder));
    }
}
