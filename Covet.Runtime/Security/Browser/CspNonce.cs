using System.Security.Cryptography;

namespace Covet;

/// <summary>The nonce of one answer.</summary>
internal static class CspNonce
{
    private static readonly object Key = new();

    public static string Get(HttpContext context)
    {
        if (Find(context) is { } known)
        {
            return known;
        }

        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        context.Items[Key] = nonce;
        return nonce;
    }

    public static string? Find(HttpContext context) => context.Items.TryGetValue(Key, out var nonce) ? nonce as string : null;
}
