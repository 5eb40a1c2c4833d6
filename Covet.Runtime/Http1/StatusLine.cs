using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Covet.Http1;

/// <summary>The first lines of answers (RFC 9112, section 4).</summary>
internal static class StatusLine
{
    private static readonly byte[]?[] Known = new byte[]?[600];

    /// <summary>The line without its line break.</summary>
    public static byte[] Get(int statusCode, string? reasonPhrase)
    {
        if (!string.IsNullOrEmpty(reasonPhrase) || (uint)statusCode >= (uint)Known.Length)
        {
            return Format(statusCode, string.IsNullOrEmpty(reasonPhrase) ? "" : reasonPhrase);
        }

        return Known[statusCode] ??= Format(statusCode, ReasonPhrases.GetReasonPhrase(statusCode));
    }

    private static byte[] Format(int statusCode, string reasonPhrase)
    {
        var bytes = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {statusCode} {reasonPhrase}"));

        // A line break in a phrase of the application's would end the line and begin a header.
        foreach (ref var b in bytes.AsSpan())
        {
            b = b is (>= 0x20 and < 0x7F) or (byte)'\t' ? b : (byte)'?';
        }

        return bytes;
    }
}
