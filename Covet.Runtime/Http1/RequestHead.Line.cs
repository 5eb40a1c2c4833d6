using System.Buffers;
using System.Text;

namespace Covet.Http1;

/// <summary>The request line (RFC 9112, section 3).</summary>
internal sealed partial class RequestHead
{
    private byte[] line = [];
    private int lineLength;
    private int targetStart;
    private int targetLength;
    private int pathLength;
    private string? rawTarget;
    private string? queryString;

    private static ReadOnlySpan<byte> Version => " HTTP/1.1\r\n"u8;

    /// <summary>The method.</summary>
    public string Method { get; private set; } = "";

    /// <summary>The decoded path.</summary>
    public string Path { get; private set; } = "";

    /// <summary>The target as it came.</summary>
    public string RawTarget => rawTarget ??= pathLength == targetLength && Path.Length == pathLength ? Path : Encoding.ASCII.GetString(line, targetStart, targetLength);

    /// <summary>The query with its question mark, or nothing.</summary>
    public string QueryString => queryString ??= Encoding.ASCII.GetString(line, targetStart + pathLength, targetLength - pathLength);

    private HeadState ReadLine(ReadOnlySpan<byte> bytes, out int length)
    {
        length = lineLength;
        if (length > 0 && bytes.StartsWith(line.AsSpan(0, length)))
        {
            return HeadState.Complete;
        }

        var method = ReadMethod(bytes, out var start);
        if (method is null)
        {
            return start < 0 ? HeadState.Foreign : HeadState.Incomplete;
        }

        var target = bytes[start..];
        var end = target.IndexOfAnyExcept(HttpText.TargetBytes);
        if (end < 0 || target.Length - end < Version.Length)
        {
            var rest = end < 0 ? [] : target[end..];
            return bytes.Length < options.LargestLine && Version.StartsWith(rest) && (target.IsEmpty || target[0] == '/') ? HeadState.Incomplete : HeadState.Foreign;
        }

        length = start + end + Version.Length;
        if (end == 0 || target[0] != '/' || length >= options.LargestLine || !target[end..].StartsWith(Version))
        {
            return HeadState.Foreign;
        }

        return Keep(bytes[..length], method, start, end) ? HeadState.Complete : HeadState.Foreign;
    }

    // The method and where the target begins; null and -1 for one that is not known, null and 0 for one that is not all there.
    private static string? ReadMethod(ReadOnlySpan<byte> bytes, out int targetStart)
    {
        targetStart = 4;
        if (bytes.StartsWith("GET "u8))
        {
            return HttpMethods.Get;
        }

        var space = bytes[..Math.Min(bytes.Length, 8)].IndexOf((byte)' ');
        var name = space < 0 ? bytes : bytes[..space];
        targetStart = space < 0 ? 0 : space + 1;
        ReadOnlySpan<string> known = [HttpMethods.Get, HttpMethods.Post, HttpMethods.Put, HttpMethods.Head, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options];
        foreach (var method in known)
        {
            if (space < 0 ? name.Length <= method.Length && Ascii.Equals(name, method.AsSpan(0, name.Length)) : Ascii.Equals(name, method))
            {
                return space < 0 ? null : method;
            }
        }

        targetStart = -1;
        return null;
    }

    private bool Keep(ReadOnlySpan<byte> bytes, string method, int start, int length)
    {
        lineLength = 0;
        var target = bytes.Slice(start, length);
        var query = target.IndexOf((byte)'?');
        var path = query < 0 ? target : target[..query];
        if (path.Contains((byte)'%') || !Ascii.Equals(path, Path))
        {
            if (RequestTarget.DecodePath(path) is not { } decoded)
            {
                return false;
            }

            Path = decoded;
        }

        if (line.Length < bytes.Length)
        {
            line = new byte[Math.Max(bytes.Length, 64)];
        }

        bytes.CopyTo(line);
        Method = method;
        targetStart = start;
        targetLength = length;
        pathLength = path.Length;
        rawTarget = null;
        queryString = query < 0 ? "" : null;
        lineLength = bytes.Length;
        return true;
    }
}
