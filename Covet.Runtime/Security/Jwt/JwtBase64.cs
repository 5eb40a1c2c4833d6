using System.Buffers;
using System.Buffers.Text;

namespace Covet;

/// <summary>Base64url as JWS wants it: no padding, no white space, one spelling for each value (RFC 7515 section 2).</summary>
internal static class JwtBase64
{
    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.");

    /// <summary>Whether a token has no other characters than base64url and dots.</summary>
    public static bool IsClean(ReadOnlySpan<char> token) => !token.ContainsAnyExcept(Alphabet);

    /// <summary>Decodes text that <see cref="IsClean"/> has seen.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> destination, out int written)
    {
        written = 0;
        return text.Length % 4 != 1
            && HasNoSpareBits(text)
            && Base64Url.DecodeFromUtf8(text, destination, out _, out written) == OperationStatus.Done;
    }

    private static bool HasNoSpareBits(ReadOnlySpan<byte> text)
    {
        var spare = (text.Length % 4) switch
        {
            2 => 0b1111,
            3 => 0b11,
            _ => 0,
        };
        return spare == 0 || (Value(text[^1]) & spare) == 0;
    }

    private static int Value(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => character - 'A',
        >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };
}
