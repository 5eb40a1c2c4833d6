using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;

namespace Covet.Internal;

// Strings: one pass that transcodes what needs no escape, a block of 16 characters at a time, and stops at what does.
public ref partial struct JsonWriter
{
    private const int Chunk = 2048;

    /// <summary>Writes a string, or null.</summary>
    public void WriteString(string? value)
    {
        if (value is null)
        {
            WriteNull();
            return;
        }

        WriteString(value.AsSpan());
    }

    /// <summary>Writes a string.</summary>
    public void WriteString(scoped ReadOnlySpan<char> value)
    {
        if (value.Length <= Chunk)
        {
            Ensure(value.Length + 2 + JsonText.Padding);
            At(0) = (byte)'"';
            var done = JsonText.CopyClean(value, ref At(1), relaxed);
            pos += done + 1;
            if (done == value.Length)
            {
                At(0) = (byte)'"';
                pos++;
                return;
            }

            value = value[done..];
        }
        else
        {
            WriteRaw((byte)'"');
        }

        WriteLong(value);
    }

    /// <summary>Writes a string of one character.</summary>
    public void WriteChar(char value) => WriteString(new ReadOnlySpan<char>(in value));

    /// <summary>Writes bytes as base64 (RFC 4648, section 4).</summary>
    public void WriteBase64(scoped ReadOnlySpan<byte> value)
    {
        WriteRaw((byte)'"');
        while (value.Length > 0)
        {
            var take = Math.Min(value.Length, 3 * 1024);
            Ensure(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(take));
            // As Utf8JsonWriter does: base64 goes past the encoder, so '+' stays as it is.
            _ = System.Buffers.Text.Base64.EncodeToUtf8(value[..take], Free, out _, out var written, isFinalBlock: take == value.Length);
            pos += written;
            value = value[take..];
        }

        WriteRaw((byte)'"');
    }

    /// <summary>Writes bytes as base64, or null.</summary>
    public void WriteBase64(byte[]? value)
    {
        if (value is null)
        {
            WriteNull();
        }
        else
        {
            WriteBase64(value.AsSpan());
        }
    }

    private void WriteLong(scoped ReadOnlySpan<char> value)
    {
        while (value.Length > 0)
        {
            var take = Math.Min(value.Length, Chunk);
            Ensure(take + JsonText.Padding);
            var done = JsonText.CopyClean(value[..take], ref At(0), relaxed);
            pos += done;
            value = value[done..];
            if (done != take)
            {
                value = value[(relaxed ? WriteRelaxed(value) : WriteEscaped(value))..];
            }
        }

        WriteRaw((byte)'"');
    }

    // Escapes the run of characters that need it; says how many it took.
    private int WriteEscaped(scoped ReadOnlySpan<char> value)
    {
        var i = 0;
        do
        {
            Ensure(12);
            var c = value[i++];
            if (c < 0x80)
            {
                PutEscape(c);
            }
            else if (!char.IsSurrogate(c))
            {
                PutUnicode(c);
            }
            else if (char.IsHighSurrogate(c) && i < value.Length && char.IsLowSurrogate(value[i]))
            {
                PutUnicode(c);
                PutUnicode(value[i++]);
            }
            else
            {
                PutUnicode('\uFFFD');
            }
        }
        while (i < value.Length && JsonText.NeedsEscape(value[i]));
        return i;
    }

    // What relaxed escaping makes of characters outside ASCII depends on Unicode's tables, which the encoder has.
    private int WriteRelaxed(scoped ReadOnlySpan<char> value)
    {
        if (value[0] < 0x80)
        {
            Ensure(6);
            PutEscape(value[0]);
            return 1;
        }

        var end = 1;
        while (end < value.Length && end < 64 && value[end] >= 0x80)
        {
            end++;
        }

        if (end > 1 && end < value.Length && char.IsHighSurrogate(value[end - 1]) && char.IsLowSurrogate(value[end]))
        {
            end--;
        }

        Span<char> encoded = stackalloc char[64 * 12];
        var status = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value[..end], encoded, out var consumed, out var written, isFinalBlock: true);
        if (status != OperationStatus.Done)
        {
            throw new InvalidOperationException("The encoder needs more than twelve characters for one.");
        }

        var text = encoded[..written];
        Ensure(Encoding.UTF8.GetMaxByteCount(text.Length));
        pos += Encoding.UTF8.GetBytes(text, Free);
        return consumed;
    }

    private void PutEscape(char c)
    {
        var shortForm = c switch
        {
            '\b' => (byte)'b',
            '\t' => (byte)'t',
            '\n' => (byte)'n',
            '\f' => (byte)'f',
            '\r' => (byte)'r',
            '\\' => (byte)'\\',
            '"' when relaxed => (byte)'"',
            _ => (byte)0,
        };
        if (shortForm == 0)
        {
            PutUnicode(c);
            return;
        }

        At(0) = (byte)'\\';
        At(1) = shortForm;
        pos += 2;
    }

    private void PutUnicode(char c)
    {
        At(0) = (byte)'\\';
        At(1) = (byte)'u';
        At(2) = Hex(c >> 12);
        At(3) = Hex((c >> 8) & 0xF);
        At(4) = Hex((c >> 4) & 0xF);
        At(5) = Hex(c & 0xF);
        pos += 6;
    }

    private static byte Hex(int value) => Unsafe.Add(ref MemoryMarshal.GetReference("0123456789ABCDEF"u8), value);
}
