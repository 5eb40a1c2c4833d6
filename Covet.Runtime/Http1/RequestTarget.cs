using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Covet.Http1;

/// <summary>The path of a request's target (RFC 3986, section 3.3).</summary>
internal static class RequestTarget
{
    private const int LongestOnStack = 256;

    /// <summary>The path decoded, <c>%2F</c> left as it is; null where its meaning is for Kestrel to say: dot segments, control characters, escapes that are no UTF-8.</summary>
    public static string? DecodePath(ReadOnlySpan<byte> path)
    {
        if (path.IndexOf((byte)'%') < 0)
        {
            return path.IndexOf("/."u8) < 0 ? Encoding.ASCII.GetString(path) : null;
        }

        Span<byte> decoded = path.Length <= LongestOnStack ? stackalloc byte[LongestOnStack] : new byte[path.Length];
        var length = Decode(path, decoded);
        if (length < 0)
        {
            return null;
        }

        decoded = decoded[..length];
        return decoded.IndexOf("/."u8) < 0 && Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : null;
    }

    private static int Decode(ReadOnlySpan<byte> path, Span<byte> decoded)
    {
        var written = 0;
        while (!path.IsEmpty)
        {
            if (path[0] != '%')
            {
                decoded[written++] = path[0];
                path = path[1..];
            }
            else if (path.Length < 3 || !char.IsAsciiHexDigit((char)path[1]) || !char.IsAsciiHexDigit((char)path[2]))
            {
                return -1;
            }
            else
            {
                var value = (byte)((Digit(path[1]) << 4) | Digit(path[2]));
                if (value is < 0x20 or 0x7F)
                {
                    return -1;
                }

                if (value == '/')
                {
                    path[..3].CopyTo(decoded[written..]);
                    written += 3;
                }
                else
                {
                    decoded[written++] = value;
                }

                path = path[3..];
            }
        }

        return written;
    }

    private static int Digit(byte hex) => hex <= '9' ? hex - '0' : (hex | 0x20) - 'a' + 10;
}
