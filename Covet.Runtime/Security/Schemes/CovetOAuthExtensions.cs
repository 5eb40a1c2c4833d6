using Covet.Internal;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;

namespace Covet;

/// <summary>Adds logging in at an external provider.</summary>
public static class CovetOAuthExtensions
{
    /// <summary>
    /// Adds ASP.NET Core's OAuth 2.0 authorization code flow with PKCE (RFC 7636), its state sealed by the key ring. The
    /// user information is fetched and mapped by <see cref="OAuthOptions.ClaimActions"/> where its endpoint is set.
    /// </summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="authenticationScheme">The name of the scheme, for example the provider's.</param>
    /// <param name="configure">Sets the client, the endpoints and the scopes.</param>
    /// <example>
    /// <code>
    /// builder.Services.AddCovetAuthentication("Cookies").AddCovetCookie().AddCovetOAuth("provider", o =>
    /// {
    ///     o.ClientId = "..."; o.ClientSecret = "...";
    ///     o.AuthorizationEndpoint = "https://provider.example/authorize";
    ///     o.TokenEndpoint = "https://provider.example/token";
    ///     o.UserInformationEndpoint = "https://provider.example/user";
    ///     o.CallbackPath = "/login/callback";
    ///     o.ClaimActions.MapJsonKey("sub", "id");
    /// });
    /// </code>
    /// </example>
    public static AuthenticationBuilder AddCovetOAuth(this AuthenticationBuilder builder, string authenticationScheme, Action<OAuthOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.TryAddCovetKeyRing();
        builder.Services.AddOptions<OAuthOptions>(authenticationScheme).CheckAtStart(CheckTimeouts);
        return builder.AddOAuth(authenticationScheme, options =>
        {
            SetDefaults(options);
            configure(options);
        });
    }

    /// <summary>
    /// Adds logging in at an OpenID Connect provider: the code flow with PKCE and a nonce, and an <c>id_token</c> whose
    /// signature, issuer, audience, lifetime, nonce and access token hash are checked. Its claims keep their names.
    /// </summary>
    /// <param name="builder">The authentication services.</param>
    /// <param name="authenticationScheme">The name of the scheme, for example the provider's.</param>
    /// <param name="configure">Sets the client, the endpoints, and the issuer with its keys.</param>
    /// <example>
    /// <code>
    /// builder.Services.AddCovetAuthentication("Cookies").AddCovetCookie().AddCovetOpenId("provider", o =>
    /// {
    ///     o.ClientId = "..."; o.ClientSecret = "...";
    ///     o.AuthorizationEndpoint = "https://provider.example/authorize";
    ///     o.TokenEndpoint = "https://provider.example/token";
    ///     o.CallbackPath = "/login/callback";
    ///     o.IdToken.Authority = "https://provider.example";
    /// });
    /// </code>
    /// </example>
    public static AuthenticationBuilder AddCovetOpenId(this AuthenticationBuilder builder, string authenticationScheme, Action<CovetOpenIdOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.Services.TryAddCovetKeyRing();
        builder.Services.AddOptions<CovetOpenIdOptions>(authenticationScheme).CheckAtStart(CheckTimeouts);
        return builder.AddOAuth<CovetOpenIdOptions, CovetOpenIdHandler>(authenticationScheme, options =>
        {
            SetDefaults(options);
            configure(options);
        });
    }

    // A login that expires as it begins can never succeed.
    private static void CheckTimeouts(OAuthOptions options) =>
        OptionRange.Check(options.RemoteAuthenticationTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromDays(1), nameof(OAuthOptions), nameof(options.RemoteAuthenticationTimeout));

    private static void SetDefaults(OAuthOptions options)
    {
        options.UsePkce = true;
        options.SaveTokens = false;
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax;
        options.Events.OnCreatingTicket = LoadUserAsync;
        options.Events.OnRemoteFailure = RefuseAsync;
    }

    // ASP.NET Core would throw: a forged or stale answer is the caller's fault, and why is for the log.
    private static async Task RefuseAsync(RemoteFailureContext context)
    {
        await Problem.WriteAsync(context.HttpContext, StatusCodes.Status401Unauthorized, "The login did not succeed. Begin it again.");
        context.HandleResponse();
    }

    private static async Task LoadUserAsync(OAuthCreatingTicketContext context)
    {
        if (string.IsNullOrEmpty(context.Options.UserInformationEndpoint))
        {
            return;
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, context.Options.UserInformationEndpoint);
        request.Headers.Authorization = new("Bearer", context.AccessToken);
        request.Headers.Accept.Add(new("application/json"));
        using var response = await context.Backchannel.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.HttpContext.RequestAborted);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(context.HttpContext.RequestAborted);
        using var user = await System.Text.Json.JsonDocument.ParseAsync(stream, default, context.HttpContext.RequestAborted);
        context.RunClaimActions(user.RootElement);
    }
}
