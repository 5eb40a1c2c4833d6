using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Covet;

/// <summary>The thumbprint of a public key (RFC 7638): a name that two parties find for it by themselves.</summary>
internal static class JwkThumbprint
{
    /// <summary>SHA-256 over the required members in alphabetical order, as base64url.</summary>
    public static string Compute(IReadOnlyList<KeyValuePair<string, string>> members)
    {
        var text = new StringBuilder("{");
        foreach (var (name, value) in members)
        {
            // Names and values are base64url or names of curves: nothing in them needs an escape.
            text.Append(text.Length == 1 ? "" : ",").Append('"').Append(name).Append("\":\"").Append(value).Append('"');
        }

        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text.Append('}').ToString())));
    }
}
