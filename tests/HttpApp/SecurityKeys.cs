using System.Security.Cryptography;

namespace HttpApp;

/// <summary>The keys of this run, which the tests are told so that they can forge and sign.</summary>
internal static class SecurityKeys
{
    public const string Issuer = "https://issuer.test";
    public const string Audience = "orders";

    public static readonly byte[] Secret = RandomNumberGenerator.GetBytes(64);
    public static readonly RSA Rsa = RSA.Create(2048);
    public static readonly ECDsa Ec = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly string ApiKey = ApiKeys.Create("test");
}
