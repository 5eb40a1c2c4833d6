using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using static Covet.Runtime.Tests.Security.TestTokens;

namespace Covet.Runtime.Tests.Security;

/// <summary>Keys from an issuer on the loopback.</summary>
public sealed class RemoteJwtKeysTests
{
    private readonly TestClock clock = new();
    private string jwks = """{"keys":[]}""";
    private string? discoveryIssuer;
    private int fetches;
    private bool broken;
    private bool cutOff;

    [Fact]
    public async Task Keys_are_discovered_kept_and_fetched_again_when_the_issuer_rotates_them()
    {
        await using var host = await StartAsync();
        var issuer = Address(host);
        var first = Make(issuer, "k1");
        jwks = Encoding.UTF8.GetString(first.PublicKeySet());
        var validator = new JwtValidator(Options(issuer));

        for (var i = 0; i < 3; i++)
        {
            Assert.True((await validator.ValidateAsync(first.Issue("u"))).IsValid);
        }

        Assert.Equal(1, fetches);

        var second = Make(issuer, "k2");
        jwks = Encoding.UTF8.GetString(second.PublicKeySet());
        Assert.Equal(JwtError.UnknownKey, (await validator.ValidateAsync(second.Issue("u"))).Error);
        Assert.Equal(1, fetches);

        clock.Now += TimeSpan.FromMinutes(1);
        Assert.True((await validator.ValidateAsync(second.Issue("u"))).IsValid);
        Assert.Equal(2, fetches);
        Assert.Equal(JwtError.UnknownKey, (await validator.ValidateAsync(first.Issue("u"))).Error);
    }

    [Fact]
    public async Task Invented_kids_do_not_make_the_server_ask_the_issuer_each_time()
    {
        await using var host = await StartAsync();
        var validator = new JwtValidator(Options(Address(host)));
        for (var i = 0; i < 50; i++)
        {
            Assert.Equal(JwtError.UnknownKey, (await validator.ValidateAsync(Make(Address(host), "evil" + i).Issue("u"))).Error);
        }

        Assert.Equal(1, fetches);
    }

    [Fact]
    public async Task Many_requests_at_once_share_one_fetch()
    {
        await using var host = await StartAsync();
        var issuer = Make(Address(host), "k1");
        jwks = Encoding.UTF8.GetString(issuer.PublicKeySet());
        var validator = new JwtValidator(Options(Address(host)));
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => validator.ValidateAsync(issuer.Issue("u")).AsTask()));
        Assert.All(results, r => Assert.True(r.IsValid));
        Assert.Equal(1, fetches);
    }

    [Fact]
    public async Task An_issuer_that_fails_leaves_the_known_keys_in_force()
    {
        await using var host = await StartAsync();
        var issuer = Make(Address(host), "k1");
        jwks = Encoding.UTF8.GetString(issuer.PublicKeySet());
        var validator = new JwtValidator(Options(Address(host)));
        Assert.True((await validator.ValidateAsync(issuer.Issue("u"))).IsValid);

        broken = true;
        clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(JwtError.UnknownKey, (await validator.ValidateAsync(Make(Address(host), "k9").Issue("u"))).Error);
        Assert.True((await validator.ValidateAsync(issuer.Issue("u"))).IsValid);
    }

    [Fact]
    public async Task An_issuer_that_hangs_up_in_the_middle_of_its_keys_is_one_that_cannot_be_reached()
    {
        await using var host = await StartAsync();
        cutOff = true;
        Assert.Equal(JwtError.UnknownKey, (await new JwtValidator(Options(Address(host))).ValidateAsync(Make(Address(host), "k1").Issue("u"))).Error);
        Assert.Equal(1, fetches);
    }

    [Fact]
    public async Task A_discovery_document_that_speaks_for_another_issuer_is_not_believed()
    {
        await using var host = await StartAsync();
        discoveryIssuer = "https://evil.test";
        var evil = Make("https://evil.test", "k1");
        jwks = Encoding.UTF8.GetString(evil.PublicKeySet());
        Assert.Equal(JwtError.UnknownKey, (await new JwtValidator(Options(Address(host))).ValidateAsync(evil.Issue("u"))).Error);
    }

    [Fact]
    public void A_key_set_gives_its_signature_keys_alone_and_never_a_secret()
    {
        using var small = RSA.Create(1024);
        var weak = System.Buffers.Text.Base64Url.EncodeToString(small.ExportParameters(false).Modulus);
        var set = $$"""
            {"more":[1,{"keys":2}],"keys":[
              {"kty":"oct","k":"AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow","kid":"secret"},
              {"kty":"RSA","n":"{{weak}}","e":"AQAB","kid":"weak"},
              {"kty":"RSA","kid":"incomplete"},
              {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","kid":"good","extra":{"a":[1] } },
              {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a1","kid":"off the curve"},
              {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","use":"enc","kid":"encryption"},
              {"kty":"EC","crv":"P-256","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","key_ops":["deriveKey"],"kid":"agreement"},
              {"kty":"EC","crv":"P-256","alg":"ES512","x":"f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU","y":"x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0","kid":"mismatch"},
              {"kty":"EC","crv":"secp256k1","x":"AA","y":"AA","kid":"curve"}
            ]}
            """;
        Assert.Equal(["good"], JwtKey.FromJwks(Encoding.UTF8.GetBytes(set)).Select(k => k.KeyId));
        Assert.Throws<FormatException>(() => JwtKey.FromJwks("[]"u8));
        Assert.Throws<FormatException>(() => JwtKey.FromJwks("{\"keys\":[{"u8));
    }

    private static async Task CutOffAsync(HttpContext context)
    {
        await context.Response.WriteAsync("{\"keys\":[");
        await context.Response.Body.FlushAsync();
        context.Abort();
    }

    private static string Address(SecurityHost host) => host.Address.ToString().TrimEnd('/');

    private static JwtIssuer Make(string issuer, string keyId) => new(new JwtIssuerOptions
    {
        Issuer = issuer,
        Audience = Audience,
        Key = JwtKey.FromECDsa(ECDsa.Create(ECCurve.NamedCurves.nistP256), JwtAlgorithm.ES256, keyId),
        Lifetime = TimeSpan.FromDays(3650),
        TimeProvider = new TestClock(),
    });

    private JwtValidationOptions Options(string authority) =>
        new() { Authority = authority, Audiences = { Audience }, RequireHttps = false, TimeProvider = clock };

    private Task<SecurityHost> StartAsync() => SecurityHost.StartAsync(
        _ => { },
        app =>
        {
            app.MapGet("/.well-known/openid-configuration", (HttpContext context) =>
            {
                context.Response.StatusCode = broken ? 500 : 200;
                var self = $"http://{context.Request.Host}";
                return context.Response.WriteAsync($$"""{ "issuer":"{{discoveryIssuer ?? self}}","extra":{"jwks_uri":"x"},"jwks_uri":"{{self}}/keys" }""");
            });
            app.MapGet("/keys", (HttpContext context) =>
            {
                Interlocked.Increment(ref fetches);
                if (cutOff)
                {
                    context.Response.ContentLength = 1000;
                    return CutOffAsync(context);
                }

                return context.Response.WriteAsync(jwks);
            });
        });
}
