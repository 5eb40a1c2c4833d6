using System.Buffers;

namespace Covet.Http1;

/// <summary>The characters of HTTP's grammar (RFC 9110, section 5; RFC 3986).</summary>
internal static class HttpText
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Visible = "!\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~";

    /// <summary>A token: a field's name.</summary>
    public static readonly SearchValues<byte> TokenBytes = SearchValues.Create(Bytes("!#$%&'*+-.^_`|~" + Letters));

    /// <summary>The same, of text.</summary>
    public static readonly SearchValues<char> TokenCharacters = SearchValues.Create("!#$%&'*+-.^_`|~" + Letters);

    /// <summary>A field's value, without the bytes that are not ASCII.</summary>
    public static readonly SearchValues<byte> ValueBytes = SearchValues.Create(Bytes("\t " + Visible));

    /// <summary>The same, of text.</summary>
    public static readonly SearchValues<char> ValueCharacters = SearchValues.Create("\t " + Visible);

    /// <summary>A request's target; a fragment has no place in it, and what else is doubtful is Kestrel's.</summary>
    public static readonly SearchValues<byte> TargetBytes = SearchValues.Create(Bytes(Visible.Replace("#", "", StringComparison.Ordinal)));

    /// <summary>The name of a host and its port, where nothing is quoted or encoded.</summary>
    public static readonly SearchValues<byte> HostNameBytes = SearchValues.Create(Bytes("-." + Letters));

    private static byte[] Bytes(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
