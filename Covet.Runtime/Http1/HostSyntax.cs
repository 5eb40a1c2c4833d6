namespace Covet.Http1;

/// <summary>The <c>Host</c> field (RFC 9110, section 7.2).</summary>
internal static class HostSyntax
{
    /// <summary>Whether it is a name or an IPv4 address with or without a port; other forms are Kestrel's to judge.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> value)
    {
        var name = value.IndexOfAnyExcept(HttpText.HostNameBytes);
        if (name < 0)
        {
            return value.Length > 0;
        }

        var port = value[(name + 1)..];
        return name > 0 && value[name] == ':' && port.Length is > 0 and <= 5 && !port.ContainsAnyExceptInRange((byte)'0', (byte)'9');
    }
}
