using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Covet;

/// <summary>Makes API keys. They are random and long, so a fast hash keeps them safe where a password would need a slow one.</summary>
public static class ApiKeys
{
    /// <summary>A new key with 256 random bits.</summary>
    /// <param name="prefix">Begins the key, so that scanners of source code and logs can find leaked ones.</param>
    public static string Create(string prefix = "key") => prefix + "_" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The SHA-256 of a key as base64url, which is what to store.</summary>
    /// <param name="key">The key.</param>
    public static string Hash(string key) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
