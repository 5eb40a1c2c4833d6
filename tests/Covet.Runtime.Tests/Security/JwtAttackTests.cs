using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using static Covet.Runtime.Tests.Security.TestTokens;

namespace Covet.Runtime.Tests.Security;

/// <summary>Each attack goes over HTTP; all are answered alike, so that nobody learns what was wrong.</summary>
public sealed class JwtAttackTests
{
    private static readonly TestClock Clock = new();

    private static readonly Dictionary<string, (JwtError Error, Func<string> Make)> Attacks = JwtAttacks.All(new AttackKeys(Hmac, Rsa, Ec, 31), Clock);

    public static TheoryData<string> Names => [.. Attacks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task An_attack_is_refused_for_its_own_reason(string name)
    {
        var (error, make) = Attacks[name];
        var result = await new JwtValidator(Options(Clock, Hmac, RsaKey, EcKey)).ValidateAsync(make());
        Assert.Equal(error, result.Error);
        Assert.Null(result.Identity);
    }

    [Fact]
    public async Task Over_HTTP_every_attack_gets_one_and_the_same_answer()
    {
        await using var host = await StartAsync();
        using (var welcome = await host.GetAsync("/me", ("Authorization", "Bearer " + Valid())))
        {
            Assert.Equal(HttpStatusCode.OK, welcome.StatusCode);
            Assert.Equal("u1", await welcome.Content.ReadAsStringAsync());
        }

        var answers = new Dictionary<string, string>();
        foreach (var (name, (_, make)) in Attacks)
        {
            using var response = await host.GetAsync("/me", ("Authorization", "Bearer " + make()));
            Assert.True(response.StatusCode == HttpStatusCode.Unauthorized, name);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            var body = await response.Content.ReadAsStringAsync();
            answers[name] = string.Join('|', response.Headers.GetValues("WWW-Authenticate")) + Untraced(body);
        }

        var answer = Assert.Single(answers.Values.Distinct());
        Assert.StartsWith("Bearer error=\"invalid_token\"", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("error_description", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_token_the_challenge_names_the_scheme_alone()
    {
        await using var host = await StartAsync();
        using var response = await host.GetAsync("/me");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.GetValues("WWW-Authenticate").Single());
    }

    [Fact]
    public async Task Two_Authorization_headers_are_refused()
    {
        await using var host = await StartAsync();
        using var response = await host.GetAsync("/me", ("Authorization", "Bearer " + Valid()), ("Authorization", "Bearer " + Valid()));
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public void A_weak_key_is_never_taken()
    {
        Assert.Throws<ArgumentException>(() => JwtKey.FromSecret(new byte[31], JwtAlgorithm.HS256));
        Assert.Throws<ArgumentException>(() => JwtKey.FromSecret(new byte[47], JwtAlgorithm.HS384));
        Assert.Throws<ArgumentException>(() => JwtKey.FromSecret(new byte[63], JwtAlgorithm.HS512));
        using var small = RSA.Create(1024);
        Assert.Throws<ArgumentException>(() => JwtKey.FromRsa(small, JwtAlgorithm.RS256));
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Throws<ArgumentException>(() => JwtKey.FromECDsa(p384, JwtAlgorithm.ES256));
        Assert.Throws<ArgumentException>(() => JwtKey.FromPem(Rsa.ExportRSAPublicKeyPem(), JwtAlgorithm.HS256));
    }

    [Fact]
    public void Options_that_would_accept_anything_are_refused()
    {
        Assert.Throws<InvalidOperationException>(() => new JwtValidator(new JwtValidationOptions { Keys = { Hmac }, Audiences = { "a" } }));
        Assert.Throws<InvalidOperationException>(() => new JwtValidator(new JwtValidationOptions { Keys = { Hmac }, Issuers = { "a" } }));
        Assert.Throws<InvalidOperationException>(() => new JwtValidator(new JwtValidationOptions { Issuers = { "a" }, Audiences = { "a" } }));
        Assert.Throws<InvalidOperationException>(() => new JwtValidator(new JwtValidationOptions { Authority = "http://issuer.test", Audiences = { "a" } }));
    }

    [Fact]
    public async Task An_algorithm_off_the_list_is_refused_though_there_is_a_key_for_it()
    {
        var options = Options(Clock, Hmac, EcKey);
        options.Algorithms.Clear();
        options.Algorithms.Add(JwtAlgorithm.ES256);
        Assert.Equal(JwtError.Algorithm, (await new JwtValidator(options).ValidateAsync(Valid())).Error);
    }

    internal static Task<SecurityHost> StartAsync(Action<CovetJwtBearerOptions>? configure = null) => SecurityHost.StartAsync(
        builder =>
        {
            builder.Services.AddCovetAuthentication().AddCovetJwtBearer(o =>
            {
                o.TimeProvider = Clock;
                o.Issuer = Issuer;
                o.Audience = Audience;
                o.Keys.Add(Hmac);
                o.Keys.Add(RsaKey);
                o.Keys.Add(EcKey);
                configure?.Invoke(o);
            });
            builder.Services.AddAuthorization();
        },
        app => app.MapGet("/me", (HttpContext context) => context.Response.WriteAsync(context.User.FindFirst("sub")!.Value))
            .WithMetadata(new AuthorizeAttribute()));

    internal static string Valid() => JwtAttacks.Valid(new AttackKeys(Hmac, Rsa, Ec, 31), Clock);

    private static string Untraced(string body) =>
        System.Text.RegularExpressions.Regex.Replace(body, "\"traceId\":\"[^\"]*\"", "");
}
