using System.Buffers;
using System.Text;

namespace Covet.Http1;

/// <summary>The header fields (RFC 9112, section 5), as strictly as the grammar has them.</summary>
internal sealed partial class RequestHead
{
    private byte[] block = [];
    private int blockLength;
    private HeaderEntry[] entries = new HeaderEntry[8];

    /// <summary>The bytes that the entries point into.</summary>
    public byte[] Block => block;

    /// <summary>How many fields there are.</summary>
    public int Count { get; private set; }

    /// <summary>Counts the blocks: where it is unchanged, so are the fields.</summary>
    public int Generation { get; private set; }

    /// <summary>Which field is <c>Host</c>.</summary>
    public int HostIndex { get; private set; }

    /// <summary>Which field is <c>Connection</c>, or -1.</summary>
    public int ConnectionIndex { get; private set; }

    /// <summary>The body's length as it is announced; null where it is not, and there is none.</summary>
    public int? ContentLength { get; private set; }

    /// <summary>Whether the client closes the connection after the answer.</summary>
    public bool Close { get; private set; }

    /// <summary>The fields.</summary>
    public ReadOnlySpan<HeaderEntry> Entries => entries.AsSpan(0, Count);

    private HeadState ReadFields(ReadOnlySpan<byte> bytes, out int length)
    {
        length = blockLength;
        if (length > 0 && bytes.StartsWith(block.AsSpan(0, length)))
        {
            return HeadState.Complete;
        }

        blockLength = 0;
        Count = 0;
        HostIndex = -1;
        ConnectionIndex = -1;
        ContentLength = null;
        Close = false;
        length = 0;
        while (true)
        {
            var rest = bytes[length..];
            if (rest.Length >= 2 && rest[0] == '\r')
            {
                length += 2;
                return rest[1] == '\n' && HostIndex >= 0 && length < options.LargestHeaders ? Keep(bytes[..length]) : HeadState.Foreign;
            }

            var state = ReadField(rest, length, out var fieldLength);
            if (state != HeadState.Complete || !Interpret(bytes, entries[Count - 1]))
            {
                return state == HeadState.Incomplete && bytes.Length < options.LargestHeaders ? state : HeadState.Foreign;
            }

            length += fieldLength;
        }
    }

    private HeadState Keep(ReadOnlySpan<byte> bytes)
    {
        if (block.Length < bytes.Length)
        {
            block = new byte[Math.Max(bytes.Length, 256)];
        }

        bytes.CopyTo(block);
        blockLength = bytes.Length;
        Generation++;
        return HeadState.Complete;
    }

    private HeadState ReadField(ReadOnlySpan<byte> bytes, int offset, out int length)
    {
        length = 0;
        var name = bytes.IndexOfAnyExcept(HttpText.TokenBytes);
        if (name <= 0 || bytes[name] != ':')
        {
            // Nothing more, or a lone line break's first half, may still become a field.
            return name < 0 || (name == 0 && bytes.Length == 1 && bytes[0] == '\r') ? HeadState.Incomplete : HeadState.Foreign;
        }

        var value = bytes[(name + 1)..];
        var end = value.IndexOfAnyExcept(HttpText.ValueBytes);
        if (end < 0 || end + 1 >= value.Length)
        {
            return end < 0 || value[end] == '\r' ? HeadState.Incomplete : HeadState.Foreign;
        }

        if (value[end] != '\r' || value[end + 1] != '\n' || Count == options.HeaderCount || offset + name + end > options.LargestHeaders)
        {
            return HeadState.Foreign;
        }

        length = name + 1 + end + 2;
        value = value[..end];
        var trimmed = value.TrimEnd(" \t"u8);
        var start = trimmed.Length - trimmed.TrimStart(" \t"u8).Length;
        if (Count == entries.Length)
        {
            Array.Resize(ref entries, Count * 2);
        }

        entries[Count++] = new HeaderEntry((ushort)offset, (ushort)name, (ushort)(offset + name + 1 + start), (ushort)(trimmed.Length - start));
        return HeadState.Complete;
    }

    // What decides how a message ends is served in its plainest form only; all else, and all doubt, is Kestrel's.
    private bool Interpret(ReadOnlySpan<byte> bytes, HeaderEntry entry)
    {
        var name = bytes.Slice(entry.Name, entry.NameLength);
        var value = bytes.Slice(entry.Value, entry.ValueLength);
        switch (name.Length)
        {
            case 4 when Ascii.EqualsIgnoreCase(name, "Host"u8):
                if (HostIndex >= 0 || !HostSyntax.IsPlain(value))
                {
                    return false;
                }

                HostIndex = Count - 1;
                return true;
            case 6 when Ascii.EqualsIgnoreCase(name, "Expect"u8):
            case 7 when Ascii.EqualsIgnoreCase(name, "Upgrade"u8):
            case 17 when Ascii.EqualsIgnoreCase(name, "Transfer-Encoding"u8):
                return false;
            case 10 when Ascii.EqualsIgnoreCase(name, "Connection"u8):
                Close = Ascii.EqualsIgnoreCase(value, "close"u8);
                var first = ConnectionIndex < 0;
                ConnectionIndex = Count - 1;
                return first && (Close || Ascii.EqualsIgnoreCase(value, "keep-alive"u8));
            case 14 when Ascii.EqualsIgnoreCase(name, "Content-Length"u8):
                return ContentLength is null && ReadLength(value);
            default:
                return true;
        }
    }

    private bool ReadLength(ReadOnlySpan<byte> value)
    {
        // No sign, no list, no leading zero: what two readers could read differently.
        if (value.Length is 0 or > 6 || (value[0] == '0' && value.Length > 1))
        {
            return false;
        }

        var length = 0;
        foreach (var digit in value)
        {
            if (digit is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            length = (length * 10) + digit - '0';
        }

        ContentLength = length;
        return length <= options.BodySize;
    }
}
