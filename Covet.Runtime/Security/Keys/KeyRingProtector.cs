using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Covet;

/// <summary>
/// ASP.NET Core's data protection over a key ring: AES-256-GCM with a key and nonce derived for each message (HKDF-SHA256,
/// RFC 5869, over 32 random bytes), so that no nonce can meet its key twice. Purposes part the users of one ring.
/// </summary>
internal sealed class KeyRingProtector(IKeyRing ring, string purpose) : IDataProtector
{
    private const byte Version = 1;
    private const int IdBytes = 16;
    private const int SaltBytes = 32;
    private const int TagBytes = 16;
    private const int Head = 1 + IdBytes;
    private const int Overhead = Head + SaltBytes + TagBytes;

    private readonly byte[] info = Encoding.UTF8.GetBytes("covet.protect" + purpose);

    // The length before the text keeps ("a", "bc") and ("ab", "c") apart.
    public IDataProtector CreateProtector(string purpose1) => new KeyRingProtector(ring, $"{purpose}\n{purpose1.Length}:{purpose1}");

    public byte[] Protect(byte[] plaintext)
    {
        var key = ring.Current;
        var sealedBytes = new byte[Overhead + plaintext.Length];
        sealedBytes[0] = Version;
        key.Id.TryWriteBytes(sealedBytes.AsSpan(1));
        var salt = sealedBytes.AsSpan(Head, SaltBytes);
        RandomNumberGenerator.Fill(salt);
        Span<byte> derived = stackalloc byte[44];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, derived, salt, info);
        using var aes = new AesGcm(derived[..32], TagBytes);
        aes.Encrypt(derived[32..], plaintext, sealedBytes.AsSpan(Head + SaltBytes, plaintext.Length), sealedBytes.AsSpan(sealedBytes.Length - TagBytes), sealedBytes.AsSpan(0, Head));
        CryptographicOperations.ZeroMemory(derived);
        return sealedBytes;
    }

    public byte[] Unprotect(byte[] protectedData)
    {
        if (protectedData.Length < Overhead || protectedData[0] != Version || ring.Find(new Guid(protectedData.AsSpan(1, IdBytes))) is not { } key)
        {
            throw new CryptographicException("The data was not protected by this key ring.");
        }

        var plaintext = new byte[protectedData.Length - Overhead];
        Span<byte> derived = stackalloc byte[44];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Secret, derived, protectedData.AsSpan(Head, SaltBytes), info);
        using var aes = new AesGcm(derived[..32], TagBytes);
        aes.Decrypt(derived[32..], protectedData.AsSpan(Head + SaltBytes, plaintext.Length), protectedData.AsSpan(protectedData.Length - TagBytes), plaintext, protectedData.AsSpan(0, Head));
        CryptographicOperations.ZeroMemory(derived);
        return plaintext;
    }
}
