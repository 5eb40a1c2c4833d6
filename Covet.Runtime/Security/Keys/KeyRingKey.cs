using System.Security.Cryptography;

namespace Covet;

/// <summary>A key of a ring.</summary>
public sealed class KeyRingKey
{
    /// <summary>The length of a secret in bytes.</summary>
    public const int SecretBytes = 32;

    private readonly byte[] secret;

    /// <summary>A key with a given secret.</summary>
    /// <param name="id">Its name, which travels with what it seals.</param>
    /// <param name="secret">32 random bytes.</param>
    /// <param name="created">When it was made.</param>
    /// <param name="expires">When it stops sealing.</param>
    /// <exception cref="ArgumentException">The secret has another length.</exception>
    public KeyRingKey(Guid id, ReadOnlySpan<byte> secret, DateTimeOffset created, DateTimeOffset expires)
    {
        if (secret.Length != SecretBytes)
        {
            throw new ArgumentException($"A secret has {SecretBytes} bytes.", nameof(secret));
        }

        Id = id;
        this.secret = secret.ToArray();
        Created = created;
        Expires = expires;
    }

    /// <summary>Its name, which travels with what it seals.</summary>
    public Guid Id { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>When it stops sealing.</summary>
    public DateTimeOffset Expires { get; }

    /// <summary>The 32 secret bytes.</summary>
    public ReadOnlySpan<byte> Secret => secret;

    internal static KeyRingKey Create(DateTimeOffset now, TimeSpan lifetime) =>
        new(Guid.NewGuid(), RandomNumberGenerator.GetBytes(SecretBytes), now, now + lifetime);
}
