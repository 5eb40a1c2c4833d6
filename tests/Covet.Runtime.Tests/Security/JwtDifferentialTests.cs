using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using static Covet.Runtime.Tests.Security.TestTokens;

namespace Covet.Runtime.Tests.Security;

/// <summary>Covet's tokens against an independent implementation, Microsoft.IdentityModel.JsonWebTokens.</summary>
public sealed class JwtDifferentialTests(ITestOutputHelper output)
{
    private static readonly JsonWebTokenHandler Theirs = new();

    public static TheoryData<JwtAlgorithm> Algorithms => [.. Enum.GetValues<JwtAlgorithm>().Where(algorithm => algorithm != JwtAlgorithm.Unspecified)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public async Task Each_accepts_what_the_other_signs_and_reads_the_same_claims(JwtAlgorithm algorithm)
    {
        var (key, theirs) = Keys(algorithm);
        var clock = new TestClock { Now = DateTimeOffset.UtcNow };
        var own = new JwtIssuer(new JwtIssuerOptions { Issuer = Issuer, Audience = Audience, Key = key }).Issue("u1");
        var read = await Theirs.ValidateTokenAsync(own, Parameters(theirs));
        Assert.True(read.IsValid, read.Exception?.ToString());
        Assert.Equal("u1", read.ClaimsIdentity.FindFirst("sub")!.Value);

        var foreign = Theirs.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            Expires = DateTime.UtcNow.AddMinutes(5),
            SigningCredentials = new SigningCredentials(theirs, algorithm.ToString()),
            Claims = new Dictionary<string, object> { ["sub"] = "u2 \u00e9\u2028\ud83d\ude00", ["roles"] = new[] { "a", "b" }, ["n"] = 5, ["yes"] = true },
        });
        var result = await new JwtValidator(Options(clock, key)).ValidateAsync(foreign);
        Assert.Equal(JwtError.None, result.Error);
        var expected = (await Theirs.ValidateTokenAsync(foreign, Parameters(theirs))).ClaimsIdentity;
        Assert.Equal(
            expected.Claims.Select(claim => claim.Type + "=" + claim.Value).Order(StringComparer.Ordinal),
            result.Identity!.Claims.Select(claim => claim.Type + "=" + claim.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whatever_is_changed_in_a_token_what_the_other_refuses_is_refused()
    {
        var seed = Seed.Value;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var clock = new TestClock { Now = DateTimeOffset.UtcNow };
        var parameters = Parameters(new SymmetricSecurityKey(Secret) { KeyId = "hmac" });
        var validator = new JwtValidator(Options(clock, Hmac));
        var accepted = 0;
        for (var round = 0; round < 3000; round++)
        {
            var token = Sign(Hmac, Pick(random, Headers), "{" + string.Join(",", Members(random, clock)) + "}");
            token = random.Next(3) == 0 ? Mutate(random, token) : token;
            var own = (await validator.ValidateAsync(token)).IsValid;
            var theirs = (await Theirs.ValidateTokenAsync(token, parameters)).IsValid;
            Assert.False(own && !theirs, $"seed {seed}: {token}");
            accepted += own ? 1 : 0;
        }

        Assert.InRange(accepted, 10, 2900);
    }

    private static readonly string[] Headers =
    [
        """{"alg":"HS256"}""", """{"alg":"HS256","typ":"JWT"}""", """{"alg":"HS256","kid":"hmac"}""", """{"alg":"HS256","kid":"other"}""",
        """{"alg":"HS512"}""", """{"alg":"none"}""", """{"typ":"JWT"}""", """{"alg":"RS256","kid":"hmac"}""", """{"alg":"HS256","cty":"JWT"}""",
    ];

    private static IEnumerable<string> Members(Random random, TestClock clock)
    {
        // A minute and more from now on either side, so that no second that passes meanwhile decides.
        yield return Pick(random, $"\"iss\":\"{Issuer}\"", $"\"iss\":\"{Issuer}\"", $"\"iss\":\"{Issuer}\"", "\"iss\":\"https://evil.test\"", "\"x\":1", "\"iss\":[]");
        yield return Pick(random, $"\"aud\":\"{Audience}\"", $"\"aud\":[\"mail\",\"{Audience}\"]", $"\"aud\":\"{Audience}\"", "\"aud\":\"mail\"", "\"y\":1", "\"aud\":[]");
        yield return Pick(random, $"\"exp\":{clock.Seconds + 3600}", $"\"exp\":{clock.Seconds + 3600}", $"\"exp\":{clock.Seconds + 3600}", $"\"exp\":{clock.Seconds - 3600}", "\"z\":1", "\"exp\":\"never\"", "\"exp\":0");
        yield return Pick(random, "\"nbf\":0", "\"w\":1", $"\"nbf\":{clock.Seconds - 60}", $"\"nbf\":{clock.Seconds + 3600}");
        yield return Pick(random, "\"sub\":\"u1\"", "\"sub\":\"\\u0075\"", "\"sub\":null", "\"sub\":{\"a\":[1,2]}", "\"sub\":1.5");
    }

    private static string Mutate(Random random, string token)
    {
        var text = new StringBuilder(token);
        var at = random.Next(text.Length);
        switch (random.Next(4))
        {
            case 0: text[at] = (char)random.Next(33, 127); break;
            case 1: text.Remove(at, 1); break;
            case 2: text.Insert(at, (char)random.Next(33, 127)); break;
            default: text.Length = at; break;
        }

        return text.ToString();
    }

    private static string Pick(Random random, params string[] choices) => choices[random.Next(choices.Length)];

    private static TokenValidationParameters Parameters(SecurityKey key) => new() { ValidIssuer = Issuer, ValidAudience = Audience, IssuerSigningKey = key, ClockSkew = TimeSpan.Zero };

    private static (JwtKey Own, SecurityKey Theirs) Keys(JwtAlgorithm algorithm)
    {
        var name = algorithm.ToString();
        if (name[0] == 'H')
        {
            return (JwtKey.FromSecret(Secret, algorithm), new SymmetricSecurityKey(Secret));
        }

        if (name[0] is 'R' or 'P')
        {
            return (JwtKey.FromRsa(Rsa, algorithm), new RsaSecurityKey(Rsa));
        }

        var ec = ECDsa.Create(name[2..] switch { "256" => ECCurve.NamedCurves.nistP256, "384" => ECCurve.NamedCurves.nistP384, _ => ECCurve.NamedCurves.nistP521 });
        return (JwtKey.FromECDsa(ec, algorithm), new ECDsaSecurityKey(ec));
    }
}
