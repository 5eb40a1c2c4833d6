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

    public static void UseSecurity(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.StartsWithSegments("/security", StringComparison.Ordinal),
        branch =>
        {
            // The tests say X-Forwarded-Proto where a cookie is for HTTPS alone.
            branch.UseCovetForwardedHeaders("127.0.0.0/8");
            branch.UseCovetSecurityHeaders();
            branch.UseCovetSession();
        });
}
