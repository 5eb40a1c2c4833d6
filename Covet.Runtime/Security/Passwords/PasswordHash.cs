using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;

namespace Covet;

/// <summary>A stored hash with its parameters, in the PHC string format or that of ASP.NET Core Identity version 3.</summary>
internal sealed record PasswordHash(HashAlgorithmName Algorithm, int Iterations, byte[] Salt, byte[] Hash)
{
    public const int CurrentIterations = 220_000;

    // A hash that asks for more would be a way to stall the server.
    private const int MaxIterations = 10_000_000;

    public static readonly HashAlgorithmName CurrentAlgorithm = HashAlgorithmName.SHA512;

    public bool IsCurrent => Algorithm == CurrentAlgorithm && Iterations >= CurrentIterations && Salt.Length >= 16 && Hash.Length >= 64;

    /// <summary>How many iterations of today's function this hash falls short of what today's cost.</summary>
    public int MissingIterations => (int)Math.Max(0, CurrentIterations - Cost);

    // In iterations of today's function, by what OWASP asks of each: 220,000 are as good as 600,000 or 1,400,000.
    private long Cost
    {
        get
        {
            var (digestBytes, asGood) = Algorithm == HashAlgorithmName.SHA512 ? (64, 220)
                : Algorithm == HashAlgorithmName.SHA256 ? (32, 600)
                : (20, 1400);
            var blocks = (ComputedBytes + digestBytes - 1) / digestBytes;
            return (long)Iterations * blocks * 220 / asGood;
        }
    }

    private int ComputedBytes => Math.Min(Hash.Length, 128);

    public static PasswordHash Create(string password, HashAlgorithmName algorithm, int iterations, byte[] salt) =>
        new(algorithm, iterations, salt, Rfc2898DeriveBytes.Pbkdf2(password, salt, iterations, algorithm, algorithm == HashAlgorithmName.SHA512 ? 64 : 32));

    public static bool TryParse(string? text, [NotNullWhen(true)] out PasswordHash? hash)
    {
        hash = null;
        try
        {
            hash = string.IsNullOrEmpty(text) ? null : text[0] == '$' ? ParsePhc(text) : ParseIdentity(Convert.FromBase64String(text));
        }
        catch (Exception exception) when (exception is FormatException or OverflowException or ArgumentException)
        {
            // The text is no hash: nobody's password matches it.
        }

        return hash is { Iterations: > 0 and <= MaxIterations, Hash.Length: >= 16, Salt.Length: >= 8 };
    }

    public bool Matches(string password)
    {
        Span<byte> computed = stackalloc byte[ComputedBytes];
        Rfc2898DeriveBytes.Pbkdf2(password, Salt, computed, Iterations, Algorithm);
        return CryptographicOperations.FixedTimeEquals(computed, Hash);
    }

    /// <summary>Does the work that checking this hash was spared, so that a wrong password costs the same whatever the hash.</summary>
    public void SpendMissing(string password)
    {
        if (MissingIterations > 0)
        {
            Span<byte> unused = stackalloc byte[64];
            Rfc2898DeriveBytes.Pbkdf2(password, Salt, unused, MissingIterations, CurrentAlgorithm);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"$pbkdf2-{(Algorithm == HashAlgorithmName.SHA512 ? "sha512" : "sha256")}$i={Iterations}${Convert.ToBase64String(Salt).TrimEnd('=')}${Convert.ToBase64String(Hash).TrimEnd('=')}");

    private static PasswordHash? ParsePhc(string text)
    {
        var parts = text.Split('$');
        if (parts.Length != 5 || !parts[2].StartsWith("i=", StringComparison.Ordinal))
        {
            return null;
        }

        var algorithm = parts[1] switch
        {
            "pbkdf2-sha512" => HashAlgorithmName.SHA512,
            "pbkdf2-sha256" => HashAlgorithmName.SHA256,
            _ => default,
        };
        return algorithm.Name is null
            ? null
            : new PasswordHash(algorithm, int.Parse(parts[2].AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture), FromBase64(parts[3]), FromBase64(parts[4]));
    }

    // 0x01, then big-endian: the function, the iterations, the length of the salt; the salt; the hash.
    private static PasswordHash? ParseIdentity(byte[] bytes)
    {
        if (bytes.Length < 13 || bytes[0] != 1)
        {
            return null;
        }

        var algorithm = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(1)) switch
        {
            0 => HashAlgorithmName.SHA1,
            1 => HashAlgorithmName.SHA256,
            2 => HashAlgorithmName.SHA512,
            _ => default,
        };
        var iterations = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(5));
        var saltLength = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(9));
        return algorithm.Name is null || saltLength < 8 || saltLength > bytes.Length - 13
            ? null
            : new PasswordHash(algorithm, iterations, bytes[13..(13 + saltLength)], bytes[(13 + saltLength)..]);
    }

    private static byte[] FromBase64(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));
}
