using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Caching.Distributed;

namespace HttpApp;

/// <summary>The services and middleware of the security suite, which its paths alone go through.</summary>
internal static class SecuritySetup
{
    public static void AddSecurity(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(SecurityKeys.Configuration("Authentication:Schemes:Bearer"));
        builder.Services.AddAuthentication()
            .AddCovetJwtBearer(builder.Configuration.GetSection("Authentication:Schemes:Bearer"))
            .AddCovetJwtBearer("Remote", o =>
            {
                o.Authority = SecurityKeys.Issuer;
                o.Audience = SecurityKeys.Audience;
                o.Validation.Backchannel = new HttpClient(new KeySetHandler());
                o.Validation.TimeProvider = KeySetHandler.Clock;
            })
            .AddCovetJwtBearer("Silent", o =>
            {
                o.Validation.JwksAddress = SilentIssuer.Address;
                o.Validation.RequireHttps = false;
                o.Validation.TimeProvider = SilentIssuer.Clock;
                o.Issuer = SecurityKeys.Issuer;
                o.Audience = SecurityKeys.Audience;
                o.Keys.Add(JwtKey.FromSecret(SecurityKeys.Secret, JwtAlgorithm.HS256, "hmac"));
            })
            .AddCovetJwtBearer("Partner", o =>
            {
                // The same keys and users' names, of two issuers.
                o.Validation.Issuers.Add(SecurityKeys.Issuer);
                o.Validation.Issuers.Add(SecurityKeys.Issuer + "/partner");
                o.Audience = SecurityKeys.Audience;
                o.Keys.Add(JwtKey.FromSecret(SecurityKeys.Secret, JwtAlgorithm.HS256, "hmac"));
            })
            .AddCovetJwtBearer("Every", o =>
            {
                o.Issuer = SecurityKeys.Issuer;
                o.Audience = SecurityKeys.Audience;
                foreach (var key in SecurityKeys.OfEveryAlgorithm())
                {
                    o.Keys.Add(key);
                }
            })
            .AddCovetJwtBearer("Elliptic", o =>
            {
                o.Issuer = SecurityKeys.Issuer;
                o.Audience = SecurityKeys.Audience;
                o.Validation.Algorithms.Clear();
                o.Validation.Algorithms.Add(JwtAlgorithm.ES256);
                o.Keys.Add(JwtKey.FromSecret(SecurityKeys.Secret, JwtAlgorithm.HS256, "hmac"));
                o.Keys.Add(JwtKey.FromECDsa(SecurityKeys.Ec, JwtAlgorithm.ES256, "ec"));
            })
            .AddCovetApiKey(o =>
            {
                o.Keys.Add(new ApiKey("ada", ApiKeys.Hash(SecurityKeys.ApiKeyOfAda)));
                o.Keys.Add(new ApiKey("ci", ApiKeys.Hash(SecurityKeys.ApiKey)));
                o.Keys.Add(new ApiKey("other", ApiKeys.Hash(SecurityKeys.OtherApiKey)));
                o.Keys.Add(new ApiKey("old", ApiKeys.Hash(SecurityKeys.ExpiredApiKey)) { Expires = DateTimeOffset.UtcNow.AddSeconds(-1) });
            })
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
            .AddCovetOAuth("OAuth", o =>
            {
                o.ClientId = AuthorizationServer.ClientId;
                o.ClientSecret = AuthorizationServer.ClientSecret;
                o.AuthorizationEndpoint = "https://provider.test/authorize";
                o.TokenEndpoint = "https://provider.test/token";
                o.UserInformationEndpoint = "https://provider.test/user";
                o.CallbackPath = "/security/oauth/callback";
                o.SignInScheme = "Cookies";
                o.BackchannelHttpHandler = new ProviderHandler();
                o.ClaimActions.MapJsonKey("sub", "id");
            })
            .AddCovetOpenId("OpenId", o =>
            {
                o.ClientId = AuthorizationServer.ClientId;
                o.ClientSecret = AuthorizationServer.ClientSecret;
                o.AuthorizationEndpoint = "https://provider.test/authorize";
                o.TokenEndpoint = "https://provider.test/token";
                o.CallbackPath = "/security/openid/callback";
                o.SignInScheme = "Cookies";
                o.BackchannelHttpHandler = new ProviderHandler();
                o.IdToken.Issuers.Add(ProviderHandler.Issuer);
                o.IdToken.Keys.Add(JwtKey.FromECDsa(SecurityKeys.Ec, JwtAlgorithm.ES256, "ec"));
            })
            .AddCovetCookie()
            .AddCovetCookie(
                o =>
                {
                    o.Cookie.Name = "__Host-stored";
                    o.SessionStore = StoredTickets.Instance;
                    o.TimeProvider = StoredTickets.Instance.Clock;
                },
                authenticationScheme: "Stored");
        builder.Services.AddAuthentication().AddCovetCookie(
            o =>
            {
                o.Cookie.Name = "__Host-aged";
                o.TimeProvider = StoredTickets.Instance.Clock;
            },
            authenticationScheme: "Aged");
        builder.Services.AddCovetAuthorization(o => o.Grant("manager", "orders.cancel"));
        builder.Services.AddCovetKeyRing(KeyRings.Of(builder.Configuration));
        builder.Services.AddCors(o => o.AddPolicy("friends-with-cookies", p => p.WithOrigins("https://friend.example").AllowCredentials()));
        builder.Services.AddCovetAntiforgery();
        builder.Services.AddSingleton<IDistributedCache>(static _ => OwnCache.Instance);
        builder.Services.AddCovetSession();
        builder.Services.AddSingleton<ILoggerProvider>(static _ => RefusalRecorder.Instance);
        builder.Logging.AddFilter<RefusalRecorder>(null, LogLevel.None).AddFilter<RefusalRecorder>("Covet", LogLevel.Information);
        builder.Services.AddSingleton<IRefreshTokenStore>(static _ => HeldRefreshTokens.Instance);
        builder.Services.AddCovetRefreshTokens(static o => o.TimeProvider = HeldRefreshTokens.Clock);
        builder.Services.AddSingleton(IdempotencyStores.Of(builder.Configuration));
        builder.Services.AddCovetJwtIssuer(o =>
        {
            o.Issuer = SecurityKeys.Issuer;
            o.Audience = SecurityKeys.Audience;
            o.Key = JwtKey.FromECDsa(SecurityKeys.Ec, JwtAlgorithm.ES256, "ec");
        });
    }

    public static void UseSecurity(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/security/once-form/headers", StringComparison.Ordinal),
            branch => branch.Use((context, next) =>
            {
                context.Response.Headers.Append("Vary", "X-Tenant");
                context.Response.Headers["X-Exchange"] = Guid.NewGuid().ToString();
                context.Response.Headers["X-Changed"] = "by middleware";
                context.Response.Cookies.Append("visit", Guid.NewGuid().ToString());
                return next(context);
            }));
        app.UseAgain();
        app.UseWhen(
            context => context.Request.Path.Value!.StartsWith("/security/once-form/hung-up", StringComparison.Ordinal),
            branch => branch.Use((context, next) =>
            {
                context.Items["gone"] = context.RequestAborted;
                return next(context);
            }));
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
