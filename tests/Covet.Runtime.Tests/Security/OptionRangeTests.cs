using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Covet.Runtime.Tests.Security;

/// <summary>Settings of the security layer that make no sense: none waits for the first caller.</summary>
public sealed class OptionRangeTests
{
    // What is set, and what the refusal says of it: the setting, its value where that is no secret, and its range.
    private static readonly Dictionary<string, (Action<WebApplicationBuilder> Set, string Says)> AtStart = new()
    {
        ["skew below zero"] = Jwt(o => o.ClockSkew = TimeSpan.FromSeconds(-1), "JwtValidationOptions.ClockSkew is -00:00:01: it must be from 00:00:00 to 1.00:00:00."),
        ["skew without end"] = Jwt(o => o.ClockSkew = TimeSpan.MaxValue, "JwtValidationOptions.ClockSkew is 10675199.02:48:05.4775807: it must be from 00:00:00 to 1.00:00:00."),
        ["leeway below zero"] = Jwt(o => o.ExpirationLeeway = TimeSpan.MinValue, "JwtValidationOptions.ExpirationLeeway is -10675199.02:48:05.4775808: it must be from"),
        ["no token"] = Jwt(o => o.MaxTokenLength = 0, "JwtValidationOptions.MaxTokenLength is 0: it must be from 64 to 1048576."),
        ["token below zero"] = Jwt(o => o.MaxTokenLength = int.MinValue, "JwtValidationOptions.MaxTokenLength is -2147483648: it must be from 64 to 1048576."),
        ["token without end"] = Jwt(o => o.MaxTokenLength = int.MaxValue, "JwtValidationOptions.MaxTokenLength is 2147483647: it must be from 64 to 1048576."),
        ["keys for no time"] = Jwt(o => o.KeyLifetime = TimeSpan.Zero, "JwtValidationOptions.KeyLifetime is 00:00:00: it must be from 00:00:01 to 366.00:00:00."),
        ["fetching at once"] = Jwt(o => o.RefreshInterval = TimeSpan.Zero, "JwtValidationOptions.RefreshInterval is 00:00:00: it must be from 00:00:01 to 1.00:00:00."),
        ["no name claim"] = Jwt(o => o.NameClaimType = null!, "JwtValidationOptions.NameClaimType is null: it must be a text"),
        ["empty role claim"] = Jwt(o => o.RoleClaimType = "", "JwtValidationOptions.RoleClaimType is empty: it must be a text"),
        ["no clock"] = Jwt(o => o.TimeProvider = null!, "JwtValidationOptions.TimeProvider is null: it must be set."),
        ["empty issuer"] = Jwt(o => o.Issuers.Add(""), "JwtValidationOptions.Issuers is empty: it must be a text"),
        ["null audience"] = Jwt(o => o.Audiences.Add(null!), "JwtValidationOptions.Audiences is null: it must be a text"),
        ["null type"] = Jwt(o => o.Types.Add(null!), "JwtValidationOptions.Types is null: it must be a text"),
        ["null key"] = Jwt(o => o.Keys.Add(null!), "JwtValidationOptions.Keys is null: it must be set."),
        ["no such algorithm"] = Jwt(o => o.Algorithms.Add((JwtAlgorithm)77), "JwtValidationOptions.Algorithms has 77: it must be one of HS, RS, PS and ES"),
        ["unspecified algorithm"] = Jwt(o => o.Algorithms.Add(JwtAlgorithm.Unspecified), "JwtValidationOptions.Algorithms has Unspecified: it must be one of"),
        ["scheme of two words"] = Scheme(a => a.AddCovetJwtBearer(o => (Good(o.Validation).NameClaimType, o.HeaderScheme) = ("name", "a b")), "HeaderScheme is one word."),
        ["realm with a line"] = Scheme(a => a.AddCovetJwtBearer(o => (Good(o.Validation).NameClaimType, o.Realm) = ("name", "a\nb")), "CovetJwtBearerOptions.Realm has the character U+000A: a header has"),
        ["issuer lives no time"] = Issuer(o => o.Lifetime = TimeSpan.Zero, "JwtIssuerOptions.Lifetime is 00:00:00: it must be from 00:00:01 to 3660.00:00:00."),
        ["issuer lives backwards"] = Issuer(o => o.Lifetime = TimeSpan.FromMinutes(-5), "JwtIssuerOptions.Lifetime is -00:05:00: it must be from"),
        ["issuer lives for ever"] = Issuer(o => o.Lifetime = TimeSpan.MaxValue, "JwtIssuerOptions.Lifetime is 10675199.02:48:05.4775807: it must be from"),
        ["issuer without name"] = Issuer(o => o.Issuer = null!, "Tokens name their issuer and their audience: JwtIssuerOptions.Issuer and Audience."),
        ["issuer without key"] = Issuer(o => o.Key = null, "Signing needs a key with its secret part: JwtIssuerOptions.Key."),
        ["issuer without type"] = Issuer(o => o.Type = "", "JwtIssuerOptions.Type is empty: it must be a text"),
        ["issuer without clock"] = Issuer(o => o.TimeProvider = null!, "JwtIssuerOptions.TimeProvider is null: it must be set."),
        ["refresh for no time"] = Refresh(o => o.Lifetime = TimeSpan.Zero, "RefreshTokenOptions.Lifetime is 00:00:00: it must be from 00:00:01 to 3660.00:00:00."),
        ["refresh for ever"] = Refresh(o => o.AbsoluteLifetime = TimeSpan.MaxValue, "RefreshTokenOptions.AbsoluteLifetime is 10675199.02:48:05.4775807: it must be from"),
        ["refresh without clock"] = Refresh(o => o.TimeProvider = null!, "RefreshTokenOptions.TimeProvider is null: it must be set."),
        ["keys that seal for no time"] = Ring(o => o.Lifetime = TimeSpan.Zero, "KeyRingOptions.Lifetime is 00:00:00: it must be from 00:01:00 to 3660.00:00:00."),
        ["keys kept for ever"] = Ring(o => o.Retention = TimeSpan.MaxValue, "KeyRingOptions.Retention is 10675199.02:48:05.4775807: it must be from 00:00:00 to"),
        ["keys kept less than no time"] = Ring(o => o.Retention = TimeSpan.FromTicks(-1), "KeyRingOptions.Retention is -00:00:00.0000001: it must be from"),
        ["keys without clock"] = Ring(o => o.TimeProvider = null!, "KeyRingOptions.TimeProvider is null: it must be set."),
        ["a short wrapping key"] = Ring(o => o.WrappingKey = new byte[16], "KeyRingOptions.WrappingKey has 16 bytes: it must have 32."),
        ["login that ends at once"] = Scheme(a => a.AddCovetCookie(absoluteLifetime: TimeSpan.Zero), "AddCovetCookie.absoluteLifetime is 00:00:00: it must be from 00:00:01 to 3660.00:00:00."),
        ["login that never ends"] = Scheme(a => a.AddCovetCookie(absoluteLifetime: TimeSpan.MaxValue), "AddCovetCookie.absoluteLifetime is 10675199.02:48:05.4775807: it must be from"),
        ["login that is never idle"] = Scheme(a => a.AddCovetCookie(o => o.ExpireTimeSpan = TimeSpan.Zero), "CookieAuthenticationOptions.ExpireTimeSpan is 00:00:00: it must be from"),
        ["host cookie in clear"] = Scheme(a => a.AddCovetCookie(o => o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest), "CookieAuthenticationOptions.Cookie.SecurePolicy is SameAsRequest: a cookie of the name '__Host-session' must be Secure"),
        ["host cookie of a domain"] = Scheme(a => a.AddCovetCookie(o => o.Cookie.Domain = "shop.example"), "CookieAuthenticationOptions.Cookie.Domain and Path are 'shop.example' and '/': a cookie of the name '__Host-session' must have no domain"),
        ["host cookie of a path"] = (b => b.Services.AddCovetAntiforgery(o => o.Cookie.Path = "/forms"), "AntiforgeryOptions.Cookie.Domain and Path are '' and '/forms': a cookie of the name '__Host-antiforgery'"),
        ["session for no time"] = (b => b.Services.AddCovetSession(o => o.IdleTimeout = TimeSpan.Zero), "SessionOptions.IdleTimeout is 00:00:00: it must be from 00:00:01 to"),
        ["session that waits less than no time"] = (b => b.Services.AddCovetSession(o => o.IOTimeout = TimeSpan.FromSeconds(-5)), "SessionOptions.IOTimeout is -00:00:05: it must be from 00:00:00.0010000 to"),
        ["session in clear"] = (b => b.Services.AddCovetSession(o => o.Cookie.SecurePolicy = CookieSecurePolicy.None), "SessionOptions.Cookie.SecurePolicy is None: a cookie of the name '__Host-state'"),
        ["no header of keys"] = Scheme(a => a.AddCovetApiKey(o => o.HeaderName = ""), "ApiKeyOptions.HeaderName is empty: it must be a text"),
        ["header of two words"] = Scheme(a => a.AddCovetApiKey(o => o.HeaderName = "X Key"), "ApiKeyOptions.HeaderName is 'X Key': a header's name is one word"),
        ["realm of keys with a line"] = Scheme(a => a.AddCovetApiKey(o => o.Realm = "a\r\nSet-Cookie: b"), "ApiKeyOptions.Realm has the character U+000D: a header has"),
        ["key in place of its hash"] = Scheme(a => a.AddCovetApiKey(o => o.Keys.Add(new ApiKey("ci", "key_s3cret"))), "ApiKey.Hash of 'ci' is no hash: it must be the 43 characters that ApiKeys.Hash makes of the key."),
        ["key without a name"] = Scheme(a => a.AddCovetApiKey(o => o.Keys.Add(new ApiKey("", ApiKeys.Hash("x")))), "ApiKey.Id is empty: it must be a text"),
        ["realm of passwords that is none"] = Scheme(a => a.AddCovetBasic(o => (o.Check, o.Realm) = ((_, _, _) => default, null!)), "BasicOptions.Realm is null: it must be set."),
        ["login at a provider that ends at once"] = Scheme(a => a.AddCovetCookie().AddCovetOAuth("provider", o => Provider(o).RemoteAuthenticationTimeout = TimeSpan.Zero), "OAuthOptions.RemoteAuthenticationTimeout is 00:00:00: it must be from 00:00:01 to 1.00:00:00."),
        ["permissions in no claim"] = (b => b.Services.AddCovetAuthorization(o => o.PermissionClaimType = ""), "CovetAuthorizationOptions.PermissionClaimType is empty: it must be a text"),
    };

    // What is refused where it is made, which in an application is before it starts.
    private static readonly Dictionary<string, (Action Make, string Says)> WhereMade = new()
    {
        ["no keys"] = (() => _ = new MemoryIdempotencyStore { MaxKeys = 0 }, "MemoryIdempotencyStore.MaxKeys is 0: it must be from 1 to 100000000."),
        ["keys below zero"] = (() => _ = new MemoryIdempotencyStore { MaxKeys = -1 }, "MemoryIdempotencyStore.MaxKeys is -1: it must be from 1 to 100000000."),
        ["keys without end"] = (() => _ = new MemoryIdempotencyStore { MaxKeys = int.MaxValue }, "MemoryIdempotencyStore.MaxKeys is 2147483647: it must be from 1 to 100000000."),
        ["no bytes"] = (() => _ = new MemoryIdempotencyStore { MaxBytes = 0 }, "MemoryIdempotencyStore.MaxBytes is 0: it must be from 1 to 1099511627776."),
        ["bytes below zero"] = (() => _ = new MemoryIdempotencyStore { MaxBytes = long.MinValue }, "MemoryIdempotencyStore.MaxBytes is -9223372036854775808: it must be from"),
        ["bytes without end"] = (() => _ = new MemoryIdempotencyStore { MaxBytes = long.MaxValue }, "MemoryIdempotencyStore.MaxBytes is 9223372036854775807: it must be from"),
        ["a tag of nothing"] = (() => _ = new ETagAttribute { MaxBytes = 0 }, "ETagAttribute.MaxBytes is 0: it must be from 1 to 1073741824."),
        ["a tag of all"] = (() => _ = new ETagAttribute { MaxBytes = int.MaxValue }, "ETagAttribute.MaxBytes is 2147483647: it must be from 1 to 1073741824."),
        ["an answer of nothing"] = (() => _ = new IdempotentAttribute { MaxBytes = -1 }, "IdempotentAttribute.MaxBytes is -1: it must be from 1 to 1073741824."),
        ["an answer for no time"] = (() => _ = new IdempotentAttribute { Lifetime = "0s" }, "IdempotentAttribute.Lifetime: '0s' is no period"),
        ["an answer for a moment"] = (() => _ = new IdempotentAttribute { Lifetime = "1ms" }, "IdempotentAttribute.Lifetime: the lifetime '1ms' is not between 1s and 366d."),
        ["an answer for ever"] = (() => _ = new IdempotentAttribute { Lifetime = "400d" }, "IdempotentAttribute.Lifetime: the lifetime '400d' is not between 1s and 366d."),
        ["an answer for null"] = (() => _ = new IdempotentAttribute { Lifetime = null! }, "IdempotentAttribute.Lifetime: '' is no period"),
        ["a log of no level"] = (() => _ = new RequestLogAttribute { Level = (LogLevel)9 }, "RequestLogAttribute.Level is 9: it must be from 0 to 6."),
        ["a log of null"] = (() => _ = new RequestLogAttribute { Query = null! }, "RequestLogAttribute.Query is null: it must be set."),
        ["a log of a null"] = (() => _ = new RequestLogAttribute { Headers = [null!] }, "RequestLogAttribute.Headers is null: it must be a text"),
        ["a limit of none"] = (() => _ = new RateLimitAttribute(0, "1m"), "A rate limit cannot be: it must let 1 request or more pass"),
        ["a limit without a period"] = (() => _ = new RateLimitAttribute(1, null!), "A rate limit cannot be: '' is no period"),
        ["a limit for ever"] = (() => _ = new RateLimitAttribute(1, "32d"), "A rate limit cannot be: the period '32d' is not between 100ms and 31d."),
        ["a limit by nothing"] = (() => _ = new RateLimitAttribute(1, "1m") { By = "tenant" }, "A rate limit cannot be: it counts by user, ip, apiKey or route, not by 'tenant'."),
        ["a limit of no algorithm"] = (() => _ = new RateLimitAttribute(1, "1m") { Algorithm = (RateLimitAlgorithm)3 }, "A rate limit cannot be: there is no such algorithm."),
        ["a limit past its algorithm"] = (() => _ = new RateLimitAttribute(1_000_000, "100ms") { Algorithm = RateLimitAlgorithm.TokenBucket }, "A rate limit cannot be: the algorithm counts up to 100000 requests a period"),
        ["a limit of a name with a line"] = (() => _ = new RateLimitAttribute(1, "1m") { Name = "a\r\nb" }, "A rate limit cannot be: the name 'a\r\nb' stands in a header"),
        ["a limit of nothing at once"] = (() => _ = new ConcurrencyLimitAttribute(0), "A concurrency limit cannot be: it must let 1 request or more run"),
        ["a limit at once by null"] = (() => _ = new ConcurrencyLimitAttribute(1) { By = null! }, "A concurrency limit cannot be: it counts by user, ip, apiKey or route, not by ''."),
        ["a token for no time"] = (() => new JwtIssuer(Issuing()).Issue("u", lifetime: TimeSpan.Zero), "JwtIssuerOptions.Lifetime is 00:00:00: it must be from"),
        ["refresh tokens of none"] = (() => _ = new RefreshTokens(new MemoryRefreshTokenStore(), null!), "RefreshTokens.options is null: it must be set."),
    };

    // What is refused where the pipeline is made.
    private static readonly Dictionary<string, (Action<WebApplication> Use, string Says)> InThePipeline = new()
    {
        ["a ceiling of none"] = (a => a.UseCovetRateLimit(0, "1m"), "A rate limit cannot be: it must let 1 request or more pass"),
        ["a policy with a line"] = (a => a.UseCovetSecurityHeaders(o => o.ContentSecurityPolicy = "default-src 'self';\nscript-src"), "SecurityHeadersOptions.Content-Security-Policy has the character U+000A: a header has"),
        ["a referrer beyond ASCII"] = (a => a.UseCovetSecurityHeaders(o => o.ReferrerPolicy = "no–referrer"), "SecurityHeadersOptions.Referrer-Policy has the character U+2013: a header has"),
        ["no proxy"] = (a => a.UseCovetForwardedHeaders(), "Name the proxies whose headers are believed."),
        ["a proxy that is none"] = (a => a.UseCovetForwardedHeaders("10.0.0.0/33"), "'10.0.0.0/33' is neither an address nor a network."),
    };

    public static TheoryData<string> NamesAtStart => [.. AtStart.Keys];

    public static TheoryData<string> NamesWhereMade => [.. WhereMade.Keys];

    public static TheoryData<string> NamesInThePipeline => [.. InThePipeline.Keys];

    [Theory]
    [MemberData(nameof(NamesAtStart))]
    public async Task An_application_with_it_does_not_start(string name) =>
        Says(await Assert.ThrowsAnyAsync<Exception>(() => SecurityHost.StartAsync(AtStart[name].Set, _ => { })), AtStart[name].Says);

    [Theory]
    [MemberData(nameof(NamesWhereMade))]
    public void It_cannot_be_made(string name) => Says(Assert.ThrowsAny<ArgumentException>(WhereMade[name].Make), WhereMade[name].Says);

    [Theory]
    [MemberData(nameof(NamesInThePipeline))]
    public async Task A_pipeline_with_it_cannot_be_built(string name) =>
        Says(await Assert.ThrowsAnyAsync<ArgumentException>(() => SecurityHost.StartAsync(_ => { }, InThePipeline[name].Use)), InThePipeline[name].Says);

    [Fact]
    public async Task What_lies_at_the_ends_of_a_range_starts()
    {
        await using var host = await SecurityHost.StartAsync(
            builder =>
            {
                builder.Services.AddCovetAuthentication()
                    .AddCovetJwtBearer(o => (Good(o.Validation).ClockSkew, o.Validation.MaxTokenLength, o.Validation.RefreshInterval) = (TimeSpan.FromDays(1), 64, TimeSpan.FromSeconds(1)))
                    .AddCovetCookie(o => (o.Cookie.Name, o.Cookie.SecurePolicy, o.Cookie.Domain) = ("session", CookieSecurePolicy.None, "shop.example"), TimeSpan.FromSeconds(1));
                builder.Services.AddCovetJwtIssuer(o => Issuing(o).Lifetime = TimeSpan.FromDays(3660));
                builder.Services.AddCovetSession(o => o.IOTimeout = Timeout.InfiniteTimeSpan);
                builder.Services.AddCovetKeyRing(new EphemeralKeyRing(new KeyRingOptions { Retention = TimeSpan.Zero }));
                builder.Services.AddSingleton<IIdempotencyStore>(new MemoryIdempotencyStore { MaxKeys = 1, MaxBytes = 1 });
            },
            app => app.UseCovetSecurityHeaders(o => (o.FrameOptions, o.ContentSecurityPolicy) = (null, "")));
        Assert.NotEmpty(host.Services.GetRequiredService<JwtIssuer>().Issue("u"));
    }

    private static void Says(Exception exception, string expected)
    {
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    private static (Action<WebApplicationBuilder>, string) Jwt(Action<JwtValidationOptions> set, string says) =>
        Scheme(a => a.AddCovetJwtBearer(o => set(Good(o.Validation))), says);

    private static (Action<WebApplicationBuilder>, string) Scheme(Action<AuthenticationBuilder> add, string says) =>
        (builder => add(builder.Services.AddCovetAuthentication("Cookies")), says);

    private static (Action<WebApplicationBuilder>, string) Issuer(Action<JwtIssuerOptions> set, string says) =>
        (builder => builder.Services.AddCovetJwtIssuer(o => set(Issuing(o))), says);

    private static (Action<WebApplicationBuilder>, string) Refresh(Action<RefreshTokenOptions> set, string says) =>
        (builder => builder.Services.AddCovetRefreshTokens(set), says);

    private static (Action<WebApplicationBuilder>, string) Ring(Action<KeyRingOptions> set, string says) => (
        builder =>
        {
            var options = new KeyRingOptions();
            set(options);
            builder.Services.AddCovetKeyRing(new EphemeralKeyRing(options));
        },
        says);

    private static JwtValidationOptions Good(JwtValidationOptions options)
    {
        options.Issuers.Add(TestTokens.Issuer);
        options.Audiences.Add(TestTokens.Audience);
        options.Keys.Add(TestTokens.Hmac);
        return options;
    }

    private static JwtIssuerOptions Issuing(JwtIssuerOptions? options = null)
    {
        options ??= new JwtIssuerOptions();
        (options.Issuer, options.Audience, options.Key) = (TestTokens.Issuer, TestTokens.Audience, TestTokens.Hmac);
        return options;
    }

    private static Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions Provider(Microsoft.AspNetCore.Authentication.OAuth.OAuthOptions options)
    {
        (options.ClientId, options.ClientSecret, options.CallbackPath) = ("client", "secret", "/callback");
        (options.AuthorizationEndpoint, options.TokenEndpoint) = ("https://provider.test/authorize", "https://provider.test/token");
        return options;
    }
}
