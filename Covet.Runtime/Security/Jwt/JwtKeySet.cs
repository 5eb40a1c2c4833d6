namespace Covet;

/// <summary>The keys in force at one moment.</summary>
internal sealed class JwtKeySet(IReadOnlyList<JwtKey> keys, IReadOnlyList<string> issuers)
{
    public static readonly JwtKeySet Empty = new([], []);

    private readonly JwtKey[] keys = [.. keys];

    /// <summary>The issuers that came with the keys.</summary>
    public IReadOnlyList<string> Issuers { get; } = issuers;

    public IReadOnlyList<JwtKey> Keys => keys;

    /// <summary>The key that signed, or null; says whether any key came into question.</summary>
    public JwtKey? Verify(JwtHeader header, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature, out bool known)
    {
        known = false;
        foreach (var key in keys)
        {
            if (!key.Supports(header.Algorithm) || !Matches(key, header))
            {
                continue;
            }

            known = true;
            if (key.Verify(header.Algorithm, data, signature))
            {
                return key;
            }
        }

        return null;
    }

    private static bool Matches(JwtKey key, JwtHeader header) =>
        header.KeyId is null || key.KeyId is null || string.Equals(key.KeyId, header.KeyId, StringComparison.Ordinal);
}
