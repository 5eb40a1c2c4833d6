using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Covet.Benchmarks.Security;

/// <summary>Validation of one access token of eight claims, against the handler inside Microsoft's JwtBearer.</summary>
[MemoryDiagnoser]
[SimpleJob(warmupCount: 3, iterationCount: 7)]
public class JwtBenchmarks
{
    private readonly byte[] secret = RandomNumberGenerator.GetBytes(64);
    private readonly ECDsa ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA rsa = RSA.Create(2048);
    private readonly JsonWebTokenHandler handler = new();
    private TokenValidationParameters parameters = null!;
    private JwtValidator validator = null!;
    private string token = "";

    [Params(JwtAlgorithm.HS256, JwtAlgorithm.RS256, JwtAlgorithm.ES256)]
    public JwtAlgorithm Algorithm { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var (key, theirs) = Algorithm switch
        {
            JwtAlgorithm.HS256 => (JwtKey.FromSecret(secret, Algorithm, "k"), (SecurityKey)new SymmetricSecurityKey(secret)),
            JwtAlgorithm.RS256 => (JwtKey.FromRsa(rsa, Algorithm, "k"), new RsaSecurityKey(rsa)),
            _ => (JwtKey.FromECDsa(ec, Algorithm, "k"), new ECDsaSecurityKey(ec)),
        };
        theirs.KeyId = "k";
        parameters = new TokenValidationParameters { ValidIssuer = "https://issuer.test", ValidAudience = "orders", IssuerSigningKey = theirs, ClockSkew = TimeSpan.Zero };
        validator = new JwtValidator(new JwtValidationOptions { Issuers = { "https://issuer.test" }, Audiences = { "orders" }, Keys = { key } });
        token = handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "https://issuer.test",
            Audience = "orders",
            Expires = DateTime.UtcNow.AddDays(1),
            SigningCredentials = new SigningCredentials(theirs, Algorithm.ToString()),
            Claims = new Dictionary<string, object> { ["sub"] = "user-42", ["name"] = "Ada Lovelace", ["roles"] = new[] { "clerk", "manager" }, ["scope"] = "orders:read orders:write", ["email_verified"] = true },
        });
        if (!Covet() || !Microsoft())
        {
            throw new InvalidOperationException("Both must accept the token.");
        }
    }

    [Benchmark(Baseline = true)]
    public bool Microsoft() => handler.ValidateTokenAsync(token, parameters).GetAwaiter().GetResult() is { IsValid: true, ClaimsIdentity: not null };

    [Benchmark]
    public bool Covet()
    {
        // Completes at once, as no key must be fetched.
        var task = validator.ValidateAsync(token);
        return task.IsCompletedSuccessfully && task.Result.IsValid;
    }
}
