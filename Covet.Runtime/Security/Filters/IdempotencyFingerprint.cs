using System.Security.Cryptography;
using System.Text;

namespace Covet;

/// <summary>The hash of a request, by which a retry is told from another request with the same key.</summary>
internal static class IdempotencyFingerprint
{
    public static async Task<string> ComputeAsync(HttpContext context)
    {
        var request = context.Request;
        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path.Value}\n{request.QueryString.Value}\n{request.ContentType}\n"));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0)
        {
            hash.AppendData(buffer.AsSpan(0, read));
        }

        request.Body.Position = 0;
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
