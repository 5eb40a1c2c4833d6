using System.Security.Claims;

namespace HttpApp;

/// <summary>The services and middleware of the security suite, which its paths alone go through.</summary>
internal static class SecuritySetup
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Services.AddAuthentication()
            .AddCovetJwtBearer(o =>
            {
                o.Issuer = SecurityKeys.Issuer;
                o.Audience = SecurityKeys.Audience;
                o.Keys.Add(JwtKey.FromSecret(SecurityKeys.Secret, JwtAlgorithm.HS256, "hmac"));
                o.Keys.Add(JwtKey.FromRsa(SecurityKeys.Rsa, JwtAlgorithm.RS256, "rsa"));
                o.Keys.Add(JwtKey.FromECDsa(SecurityKeys.Ec, JwtAlgorithm.ES256, "ec"));
            })
            .AddCovetApiKey(o => o.Keys.Add(new ApiKey("ci", ApiKeys.Hash(SecurityKeys.ApiKey))))
            .AddCovetJwtBearer("Vectors", o =>
            {
                // The tokens of RFC 7515, appendix A, are of 2011.
                o.TimeProvider = new FixedClock(1300819379);
                o.Issuer = "joe";
                o.Validation.ValidateAudience = false;
                foreach (var key in JwtKey.FromJwks(SecurityKeys.Vectors, allowSecrets: true))
                {
                    o.Keys.Add(key);
                }
            })
            .AddCovetBasic(o => o.Check = static (_, user, password) => ValueTask.FromResult(
                CovetPasswords.Verify(user == "ada" ? SecurityKeys.PasswordHash.Value : null, password) == PasswordVerification.Success ? new ClaimsIdentity([new Claim("sub", user)]) : null))
            .AddCovetOpenId("OpenId", o =>
            {
                o.ClientId = "client";
                o.ClientSecret = "secret";
                o.AuthorizationEndpoint = "https://provider.test/authorize";
                o.TokenEndpoint = "https://provider.test/token";
                o.CallbackPath = "/security/openid/callback";
                o.SignInScheme = "Cookies";
                o.BackchannelHttpHandler = new ProviderHandler();
                o.IdToken.Issuers.Add(ProviderHandler.Issuer);
                o.IdToken.Keys.Add(JwtKey.FromECDsa(SecurityKeys.Ec, JwtAlgorithm.ES256, "ec"));
            })
            .AddCovetCookie();
        builder.Services.AddCovetAuthorization(o => o.Grant("manager", "orders.cancel"));
        builder.Services.AddCovetKeyRing(new EphemeralKeyRing());
        builder.Services.AddCovetAntiforgery();
        builder.Services.AddCovetSession();
        builder.Services.AddCovetJwtIssuer(o =>
        {
            o.Issuer = SecurityKeys.Issuer;
            o.Audience = SecurityKeys.Audience;
            o.Key = JwtKey.FromECDsa(SecurityKeys.Ec, JwtAlgorithm.ES256, "ec");
        });
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseWhen(context => context.Request.Path.StartsWithSegments("/wary", StringComparison.Ordinal), branch => branch.UseCovetForwardedHeaders("10.1.2.3"));
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/security", StringComparison.Ordinal),
            branch =>
            {
                // The tests say X-Forwarded-Proto where a cookie is for HTTPS alone.
                branch.UseCovetForwardedHeaders("127.0.0.0/8");
                branch.UseCovetSecurityHeaders();
                branch.UseCovetSession();
            });
    }
}
