using System.Net;
using System.Security.Claims;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Covet.Runtime.Tests.Security.TestTokens;

namespace Covet.Runtime.Tests.Security;

public sealed class JwtBearerTests
{
    private static readonly TestClock Clock = new();

    [Fact]
    public async Task Claims_keep_their_names_types_and_order()
    {
        var token = Sign(EcKey, """{"alg":"ES256","kid":"ec"}""", Claims(Clock, ""","name":"Ada","roles":["admin","editor"],"age":36,"height":1.7,"ok":true,"nothing":null,"address":{"city":"x","n":[1]},"http://a/b":"c" """.TrimEnd()));
        var identity = (await new JwtValidator(Options(Clock, EcKey)).ValidateAsync(token)).Identity!;

        Assert.Equal("Ada", identity.Name);
        var principal = new ClaimsPrincipal(identity);
        Assert.True(principal.IsInRole("admin") && principal.IsInRole("editor") && !principal.IsInRole("root"));
        Assert.Equal(
            ["iss", "aud", "sub", "exp", "name", "roles", "roles", "age", "height", "ok", "address", "http://a/b"],
            identity.Claims.Select(c => c.Type));
        Assert.Equal(("36", ClaimValueTypes.Integer64), Value("age"));
        Assert.Equal(("1.7", ClaimValueTypes.Double), Value("height"));
        Assert.Equal(("true", ClaimValueTypes.Boolean), Value("ok"));
        Assert.Equal(("""{"city":"x","n":[1]}""", "JSON"), Value("address"));
        Assert.All(identity.Claims, c => Assert.Equal(Issuer, c.Issuer));

        (string, string) Value(string type) => (identity.FindFirst(type)!.Value, identity.FindFirst(type)!.ValueType);
    }

    [Fact]
    public async Task A_line_feed_in_a_token_is_refused()
    {
        var token = JwtAttackTests.Valid();
        foreach (var space in "\n\r\t\0 ")
        {
            var result = await new JwtValidator(Options(Clock, Hmac)).ValidateAsync(token.Insert(20, space.ToString()));
            Assert.Equal(JwtError.Malformed, result.Error);
        }
    }

    [Fact]
    public async Task Clock_skew_forgives_a_clock_that_is_ahead_and_leeway_one_that_is_behind()
    {
        var early = Sign(Hmac, """{"alg":"HS256"}""", Claims(Clock, $",\"nbf\":{Clock.Seconds + 30},\"iat\":{Clock.Seconds + 30}"));
        Assert.Equal(JwtError.None, (await new JwtValidator(Options(Clock, Hmac)).ValidateAsync(early)).Error);

        var late = Sign(Hmac, """{"alg":"HS256"}""", $$"""{"iss":"{{Issuer}}","aud":"{{Audience}}","exp":{{Clock.Seconds - 9}}}""");
        var options = Options(Clock, Hmac);
        options.ExpirationLeeway = TimeSpan.FromSeconds(10);
        Assert.Equal(JwtError.None, (await new JwtValidator(options).ValidateAsync(late)).Error);
    }

    [Fact]
    public async Task More_than_24_claims_are_read_and_a_repeated_one_among_them_is_still_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 60).Select(i => $",\"c{i}\":{i}"));
        var validator = new JwtValidator(Options(Clock, Hmac));
        var good = (await validator.ValidateAsync(Sign(Hmac, """{"alg":"HS256"}""", Claims(Clock, many)))).Identity!;
        Assert.Equal("59", good.FindFirst("c59")!.Value);
        var bad = await validator.ValidateAsync(Sign(Hmac, """{"alg":"HS256"}""", Claims(Clock, many + ",\"c3\":1")));
        Assert.Equal(JwtError.DuplicateName, bad.Error);
    }

    [Fact]
    public async Task A_remembered_header_does_not_loosen_the_signature()
    {
        var validator = new JwtValidator(Options(Clock, Hmac));
        var token = JwtAttackTests.Valid();
        Assert.True((await validator.ValidateAsync(token)).IsValid);
        Assert.Equal(JwtError.Signature, (await validator.ValidateAsync(token[..^4] + "AAAA")).Error);
        Assert.True((await validator.ValidateAsync(token)).IsValid);
    }

    [Fact]
    public async Task Another_word_than_Bearer_can_stand_before_the_token()
    {
        await using var host = await JwtAttackTests.StartAsync(o => o.HeaderScheme = "Token");
        using var mine = await host.GetAsync("/me", ("Authorization", "Token " + JwtAttackTests.Valid()));
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
        using var other = await host.GetAsync("/me", ("Authorization", "Bearer " + JwtAttackTests.Valid()));
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
        Assert.Equal("Token", other.Headers.GetValues("WWW-Authenticate").Single());
    }

    [Fact]
    public async Task A_token_can_come_from_elsewhere_and_have_a_last_word_said_on_it()
    {
        var revoked = false;
        await using var host = await JwtAttackTests.StartAsync(o =>
        {
            o.TokenRetriever = r => r.Query["access_token"];
            o.OnValidated = (_, _) => ValueTask.FromResult(!revoked);
        });
        var path = "/me?access_token=" + JwtAttackTests.Valid();
        using var first = await host.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        revoked = true;
        using var second = await host.GetAsync(path);
        Assert.Equal(HttpStatusCode.Unauthorized, second.StatusCode);
    }

    [Fact]
    public void Configuration_is_read_by_name()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["J:ValidIssuer"] = Issuer,
            ["J:ValidAudiences:0"] = "a",
            ["J:ValidAudiences:1"] = "b",
            ["J:ClockSkew"] = "00:00:05",
            ["J:SigningKeys:0:Id"] = "k0",
            ["J:SigningKeys:0:Value"] = Convert.ToBase64String(Secret),
            ["J:SigningKeys:1:Algorithm"] = "PS512",
            ["J:SigningKeys:1:Pem"] = Rsa.ExportSubjectPublicKeyInfoPem(),
        }).Build();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddAuthentication().AddCovetJwtBearer(configuration.GetSection("J"));
        using var provider = services.BuildServiceProvider();
        var options = provider.GetRequiredService<IOptionsMonitor<CovetJwtBearerOptions>>().Get("Bearer");

        Assert.Equal([Issuer], options.Validation.Issuers);
        Assert.Equal(["a", "b"], options.Validation.Audiences);
        Assert.Equal(TimeSpan.FromSeconds(5), options.Validation.ClockSkew);
        Assert.Equal([("k0", JwtAlgorithm.HS256), (null, JwtAlgorithm.PS512)], options.Keys.Select(k => (k.KeyId, k.Algorithm)));
    }

    [Theory]
    [InlineData(JwtAlgorithm.HS256)]
    [InlineData(JwtAlgorithm.HS384)]
    [InlineData(JwtAlgorithm.HS512)]
    [InlineData(JwtAlgorithm.RS256)]
    [InlineData(JwtAlgorithm.RS384)]
    [InlineData(JwtAlgorithm.RS512)]
    [InlineData(JwtAlgorithm.PS256)]
    [InlineData(JwtAlgorithm.PS384)]
    [InlineData(JwtAlgorithm.PS512)]
    [InlineData(JwtAlgorithm.ES256)]
    [InlineData(JwtAlgorithm.ES384)]
    [InlineData(JwtAlgorithm.ES512)]
    public async Task An_issued_token_is_valid_by_the_issuers_published_keys(JwtAlgorithm algorithm)
    {
        var key = MakeKey(algorithm);
        var issuer = new JwtIssuer(new JwtIssuerOptions { Issuer = Issuer, Audience = Audience, Key = key, TimeProvider = Clock });
        var token = issuer.Issue("u7", [new("name", "Ada"), new("roles", "a"), new("roles", "b"), new("n", "5", ClaimValueTypes.Integer64)]);
        var keys = JwtAlgorithms.IsHmac(algorithm) ? [key] : JwtKey.FromJwks(issuer.PublicKeySet());

        var result = await new JwtValidator(Options(Clock, [.. keys])).ValidateAsync(token);
        Assert.Equal(JwtError.None, result.Error);
        Assert.Equal("u7", result.Identity!.FindFirst("sub")!.Value);
        Assert.Equal(["a", "b"], result.Identity.FindAll("roles").Select(c => c.Value));
        Assert.Equal(Clock.Seconds + (15 * 60), result.Expires!.Value.ToUnixTimeSeconds());
        Assert.All(keys, k => Assert.Equal(JwtAlgorithms.IsHmac(algorithm), k.CanSign));
    }

    [Fact]
    public void A_secret_is_never_published_and_registered_claims_are_the_issuers_own()
    {
        var issuer = new JwtIssuer(new JwtIssuerOptions { Issuer = Issuer, Audience = Audience, Key = Hmac });
        Assert.Equal("""{"keys":[]}""", System.Text.Encoding.UTF8.GetString(issuer.PublicKeySet()));
        Assert.Throws<ArgumentException>(() => issuer.Issue("u", [new("aud", "other")]));
        var publicKey = JwtKey.FromPem(Rsa.ExportSubjectPublicKeyInfoPem(), JwtAlgorithm.RS256);
        Assert.Throws<InvalidOperationException>(() => new JwtIssuer(new JwtIssuerOptions { Issuer = "i", Audience = "a", Key = publicKey }));
    }

    private static JwtKey MakeKey(JwtAlgorithm algorithm) =>
        JwtAlgorithms.IsHmac(algorithm) ? JwtKey.FromSecret(Secret, algorithm)
        : JwtAlgorithms.IsRsa(algorithm) ? JwtKey.FromRsa(Rsa, algorithm)
        : JwtKey.FromECDsa(System.Security.Cryptography.ECDsa.Create(JwtEcKey.CurveOf(algorithm)), algorithm);
}
