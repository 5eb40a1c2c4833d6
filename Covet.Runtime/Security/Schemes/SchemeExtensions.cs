using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Adds schemes for programs: API keys and Basic.</summary>
public static class SchemeExtensions
{
    /// <summary>Adds authentication by API key.</summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="configure">Names the keys, or the header.</param>
    /// <param name="authenticationScheme">The name of the scheme.</param>
    public static AuthenticationBuilder AddCovetApiKey(this AuthenticationBuilder builder, Action<ApiKeyOptions>? configure = null, string authenticationScheme = "ApiKey")
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddCovetAuthorizationResults();
        builder.Services.AddOptions<ApiKeyOptions>(authenticationScheme).ValidateOnStart();
        return builder.AddScheme<ApiKeyOptions, ApiKeyHandler>(authenticationScheme, configure, static (options, loggers, encoder) => new ApiKeyHandler(options, loggers, encoder));
    }

    /// <summary>Adds Basic authentication (RFC 7617), over TLS only.</summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="configure">Says how a user and a password are checked.</param>
    /// <param name="authenticationScheme">The name of the scheme.</param>
    public static AuthenticationBuilder AddCovetBasic(this AuthenticationBuilder builder, Action<BasicOptions> configure, string authenticationScheme = "Basic")
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.AddCovetAuthorizationResults();
        builder.Services.AddOptions<BasicOptions>(authenticationScheme).ValidateOnStart();
        return builder.AddScheme<BasicOptions, BasicHandler>(authenticationScheme, configure, static (options, loggers, encoder) => new BasicHandler(options, loggers, encoder));
    }
}
