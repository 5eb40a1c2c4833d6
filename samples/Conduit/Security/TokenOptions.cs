using System.Globalization;

namespace Conduit.Security;

/// <summary>The setting <c>Tokens</c>.</summary>
internal sealed record TokenOptions(byte[] Secret, TimeSpan Lifetime)
{
    public const string Issuer = "conduit";

    private const int SecretBytes = 32;

    /// <summary>Reads the settings. Without a secret the embedded store's folder keeps one, made at the first start.</summary>
    public static TokenOptions Read(IConfiguration configuration)
    {
        var lifetime = TimeSpan.FromHours(double.Parse(configuration["Tokens:LifetimeHours"] ?? "168", CultureInfo.InvariantCulture));
        if (configuration["Tokens:Secret"] is { Length: > 0 } secret)
        {
            return new TokenOptions(Convert.FromBase64String(secret), lifetime);
        }

        if (configuration["Store"] == "postgres")
        {
            throw new InvalidOperationException("Tokens:Secret is not set. Instances that share PostgreSQL share the secret: `openssl rand -base64 32` makes one.");
        }

        return new TokenOptions(SecretFile.ReadOrCreate(configuration["Embedded:Path"] ?? "data", SecretBytes), lifetime);
    }
}
