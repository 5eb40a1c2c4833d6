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
    /// builder.Services.AddAuthentication("Cookies").AddCovetCookie().AddCovetOAuth("provider", o =>
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
        return builder.AddOAuth(authenticationScheme, options =>
        {
            options.UsePkce = true;
            options.SaveTokens = false;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.Always;
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.Events.OnCreatingTicket = LoadUserAsync;
            configure(options);
        });
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
